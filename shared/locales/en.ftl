## What went wrong and what to do next

refusal-unknown = Something went wrong on our side. Try again in a minute.
refusal-request-malformed = This could not be read. Go back and try again.
refusal-request-invalid = Something is missing or wrong. Check what you entered and try again.
refusal-request-too-large = That is too much at once. Send less.
refusal-request-not-found = There is nothing here. Go back and choose again.
refusal-request-too-many = That was too fast. Wait a few seconds and try again.
refusal-request-busy = We are very busy right now. Try again in a minute.
refusal-request-outdated = Somebody changed this while you had it open. Look at the new version, then change it again.
refusal-request-key-missing = The app sent an incomplete request. Open it again and retry.
refusal-request-key-reused = This was already sent with other contents. Start again.
refusal-auth-missing = You are not signed in. Open the app from the bot.
refusal-auth-init-data-invalid = Telegram could not confirm who you are. Open the app from the bot again.
refusal-auth-init-data-expired = This page has been open for too long. Open it from the bot again.
refusal-auth-token-invalid = Your sign-in is not valid. Open the app from the bot again.
refusal-auth-token-expired = Your sign-in has run out. Open the app from the bot again.
refusal-auth-refresh-reused = You were signed out to keep you safe. Open the app from the bot again.
refusal-auth-signed-out = You are signed out. Open the app from the bot again.
refusal-auth-suspended = Your access is suspended. Write to the manager.
refusal-auth-not-allowed = You may not do this. Ask the manager if you should.
refusal-bot-not-found = This bot does not work here. Ask for a new link.
refusal-bot-already-known = This bot works here or elsewhere already. Make a new one with BotFather.
refusal-bot-token-refused = Telegram does not know this token. Copy it anew from @BotFather.
refusal-bot-token-of-another = This token belongs to another bot. Copy the one of this bot from @BotFather.
refusal-branch-not-found = This branch is gone. Choose another one.
refusal-branch-closed = The branch is closed at that time. Choose another time or another branch.
refusal-branch-paused = The branch takes no orders for a while. Try later or choose another branch.
refusal-branch-pickup-not-offered = Orders cannot be collected here. Choose delivery.
refusal-branch-has-orders = There are still open orders here. Finish them first.
refusal-zone-outside = We do not deliver to this place. Choose another address.
refusal-zone-paused = Deliveries to this area are paused. Try later or choose another address.
refusal-quote-changed = The price has changed. Look at the new total and confirm again.
refusal-quote-below-minimum = The order is below the minimum for this address. Add something.
refusal-cart-empty = Your cart is empty. Choose something from the menu.
refusal-cart-other-branch = There are things of another branch in your cart. Empty it first, or order those.
refusal-address-not-found = There is no such address. Choose another one or add it again.
refusal-zone-not-found = There is no such area. Choose another one.
refusal-zone-crosses-itself = The border of this area crosses itself. Move its corners apart.
refusal-brand-not-found = There is no such brand. Choose another one.
refusal-category-not-found = This category is gone. Choose another one.
refusal-category-not-empty = There are still items in this category. Move them or take them off the menu first.
refusal-menu-price-below-zero = A price would fall below zero. Take off less.
refusal-item-not-found = This is no longer on the menu. Choose something else.
refusal-item-unavailable = This is not available now. Choose something else.
refusal-item-out-of-stock = There is not enough of it left. Take fewer or choose something else.
refusal-modifier-not-found = This option is no longer offered. Choose again.
refusal-modifier-unavailable = This option has run out. Choose another one.
refusal-modifier-choice-count = Too few or too many options are chosen. Look at the dish and choose again.
refusal-modifier-combination-not-sold = These options are not sold together. Choose others.
refusal-order-not-found = There is no such order. Open your list of orders.
refusal-order-action-not-allowed = The order has moved on and this is no longer possible. Look at its status.
refusal-order-schedule-out-of-range = We cannot make it at that time. Choose another time.
refusal-order-payment-pending = This order waits for its payment. Pay the invoice first.
refusal-payment-not-offered = You cannot pay like this here. Choose another way.
refusal-payment-change-too-small = That is less than the total. Enter a larger note.
refusal-payment-refund-too-large = That is more than is left to give back. Enter a smaller amount.
refusal-delivery-not-found = There is no such delivery. Open your list.
refusal-delivery-action-not-allowed = The delivery has moved on and this is no longer possible. Look at its status.
refusal-delivery-already-taken = Another courier has it. Look at the board.
refusal-delivery-pin-wrong = The PIN is wrong. Ask the customer to read it again.
refusal-delivery-pin-locked = Too many wrong PINs. A dispatcher has been called: wait or take a photo.
refusal-delivery-proof-missing = There is no proof of the hand-over yet. Ask for the PIN or take a photo.
refusal-offer-not-found = There is no such offer. Wait for the next one.
refusal-offer-already-taken = Already taken by another courier. Wait for the next one.
refusal-offer-expired = The time for this offer is over. Wait for the next one.
refusal-offer-closed = This offer was called back. Wait for the next one.
refusal-courier-not-found = There is no such courier. Choose another one.
refusal-courier-not-online = The courier is not online. Go online first or choose another courier.
refusal-courier-not-approved = A dispatcher has not approved you yet. Wait or write to them.
refusal-courier-busy = There is still an order on the way. Finish it first.
refusal-courier-full = The courier cannot carry more. Choose another courier.
refusal-courier-cash-limit = Too much cash in hand. Hand it in at the branch first.
refusal-courier-none-free = No other courier can take it now. Call one, or ask everybody.
refusal-position-invalid = This position makes no sense. Share your location again.
refusal-position-stale = This position is older than the last one. Keep sharing your location.
refusal-alert-not-found = There is no such alert. Open the list of alerts.
refusal-alert-already-acknowledged = Somebody has already taken it. Nothing to do for you.
refusal-notification-not-found = There is no such notification. Open your inbox.
refusal-notification-lease-lost = Another process has taken this notification over. Claim again.
refusal-update-not-found = This update was never recorded. Record it first.
refusal-rating-not-allowed = This cannot be rated. Rate an order once it has arrived.
refusal-rating-already-given = You have already rated this order. Thank you.
refusal-import-encoding-unknown = The letters of this file cannot be read. Save it as “CSV UTF-8” and choose it again.
refusal-import-columns-missing = The first line does not name the columns. It needs at least category, name_en and price.
refusal-import-empty = There are no lines in this file. Choose another one.
refusal-import-quote-open = A quotation mark in this file is never closed. Save it as CSV once more and choose it again.
refusal-import-too-long = The file has more than 100,000 lines. Split it and import the parts.
refusal-import-plan-changed = The menu has changed since the preview. Look at the new preview and confirm again.
refusal-download-not-found = This link is no longer good. Go back to the app and download again.
refusal-media-type-not-allowed = This kind of file is not accepted. Send a photo.
refusal-media-too-large = The file is too big. Send a smaller one.
refusal-media-not-found = The file is not there. Send it again.
refusal-member-not-found = There is no such person here. Open the list of people.
refusal-member-last-owner = This is the last owner. Make somebody else an owner first.
refusal-invitation-not-found = There is no such invitation. Ask for a new link.
refusal-invitation-over = This invitation was used or has run out. Ask for a new link.
refusal-chat-closed = Nobody reads this any more. Write to the shop instead.
refusal-realtime-topic-not-allowed = You may not listen to this. Open your own orders.

## Statuses of an order

order-status-awaiting-payment = Waiting for payment
order-status-placed = Placed
order-status-confirmed = Confirmed
order-status-preparing = Being prepared
order-status-ready = Ready
order-status-picked-up = On the way
order-status-delivered = Delivered
order-status-rejected = Not accepted
order-status-cancelled = Cancelled
order-status-expired = Not paid in time
order-status-failed = Could not be handed over
order-status-returned = Returned to the branch

## What can be done with an order

order-action-pay = Pay
order-action-expire = Let run out
order-action-confirm = Confirm
order-action-reject = Do not accept
order-action-start-preparing = Start cooking
order-action-mark-ready = Ready
order-action-pick-up = Picked up
order-action-hand-over = Handed over
order-action-collect = Collected by the customer
order-action-fail = Could not hand over
order-action-return = Returned to the branch
order-action-cancel = Cancel the order
order-action-call-off = Call off

## Statuses of a delivery

delivery-status-waiting = Waiting for a courier
delivery-status-offered = Offered to couriers
delivery-status-assigned = Courier on the way to the branch
delivery-status-at-pickup = Courier at the branch
delivery-status-picked-up = On the way to the customer
delivery-status-at-dropoff = Courier at the door
delivery-status-delivered = Delivered
delivery-status-cancelled = Cancelled
delivery-status-failed = Could not be handed over

## What can be done with a delivery

delivery-action-offer = Offer to couriers
delivery-action-lapse = No taker
delivery-action-withdraw = Take the offers back
delivery-action-accept = Accept
delivery-action-assign = Assign
delivery-action-reassign = Give to another courier
delivery-action-release = Give back
delivery-action-arrive-pickup = I am at the branch
delivery-action-pick-up = Picked up
delivery-action-take-over = Let another courier take it over
delivery-action-arrive-dropoff = I am at the door
delivery-action-hand-over = Handed over
delivery-action-fail = Could not hand over
delivery-action-cancel = Cancel

## Why the kitchen does not accept

reject-reason-too-busy = Too many orders
reject-reason-out-of-stock = Something has run out
reject-reason-closing = We are closing
reject-reason-cannot-reach-address = We cannot get to the address
reject-reason-suspicious = Looks like a joke
reject-reason-other = Another reason

## Why a customer cancels

cancel-reason-changed-mind = I changed my mind
cancel-reason-ordered-by-mistake = Ordered by mistake
cancel-reason-too-slow = It takes too long
cancel-reason-wrong-address = Wrong address
cancel-reason-other = Another reason

## Why staff calls an order off

call-off-reason-customer-asked = The customer asked for it
call-off-reason-out-of-stock = Something has run out
call-off-reason-no-courier = No courier
call-off-reason-kitchen-problem = Trouble in the kitchen
call-off-reason-payment-problem = Trouble with the payment
call-off-reason-not-collected = Not collected
call-off-reason-suspicious = Looks like a joke
call-off-reason-other = Another reason

## Why it could not be handed over

fail-reason-customer-unreachable = The customer does not answer
fail-reason-wrong-address = Wrong address
fail-reason-customer-refused = The customer does not want it
fail-reason-customer-cannot-pay = The customer cannot pay
fail-reason-damaged = The food is damaged
fail-reason-unsafe = It is not safe there
fail-reason-other = Another reason

## Why a courier declines

decline-reason-too-far = Too far
decline-reason-low-pay = Too little pay
decline-reason-busy = Busy right now
decline-reason-vehicle-problem = Trouble with the vehicle
decline-reason-too-big = Too big to carry
decline-reason-unsafe-area = The area is not safe
decline-reason-ending-shift = My shift is ending
decline-reason-other = Another reason

## Why a delivery lost its courier

release-reason-vehicle-problem = Trouble with the vehicle
release-reason-accident = An accident
release-reason-cannot-reach-branch = Cannot get to the branch
release-reason-kitchen-too-slow = The kitchen takes too long
release-reason-better-courier = Another courier is closer
release-reason-gone-silent = The position is too old
release-reason-went-offline = The courier went offline
release-reason-other = Another reason

## Offers

offer-status-live = Waiting for your answer
offer-status-accepted = Yours
offer-status-declined = Declined
offer-status-expired = Time is over
offer-status-lost = Taken by another courier
offer-status-withdrawn = Called back

## Payment and fulfilment

payment-method-cash = Cash
payment-method-invoice = By card in Telegram
payment-state-unpaid = Not paid
payment-state-paid = Paid
payment-state-partially-refunded = Partly refunded
payment-state-refunded = Refunded
payment-state-void = Nothing to pay
fulfilment-delivery = Delivery
fulfilment-pickup = I will collect it
proof-kind-pin = PIN
proof-kind-photo = Photo
proof-kind-staff = Dispatcher's word

## Alerts

alert-order-unconfirmed = New order
alert-order-late = The order is late
alert-delivery-unclaimed = No courier takes the order
alert-courier-silent = A courier with an order is silent
alert-courier-panic = A courier calls for help
alert-pin-locked = The PIN was wrong too often
alert-payment-trouble = Trouble with a payment
alert-customer-unreachable = The customer has blocked the bot
alert-state-ringing = Ringing
alert-state-acknowledged = Taken
alert-state-resolved = Solved by itself
alert-level-on-shift-dispatchers = Dispatchers on shift
alert-level-all-dispatchers = All dispatchers
alert-level-managers = Managers
alert-level-owner = Owner

## People

role-customer = Customer
role-courier = Courier
role-kitchen = Kitchen
role-dispatcher = Dispatcher
role-manager = Manager
role-owner = Owner
role-system = Automatically
courier-state-offline = Offline
courier-state-online = Online
courier-state-on-break = On a break
courier-status-pending = Waits for approval
courier-status-active = Active
courier-status-suspended = Suspended
vehicle-motorcycle = Motorcycle
vehicle-car = Car
vehicle-bicycle = Bicycle
vehicle-walker = On foot

## Bots: figures

format-money = { $amount } { $currency }
currency-uzs = soʻm
currency-kzt = ₸
currency-rub = ₽
currency-usd = $
currency-eur = €
format-metres = { $metres } m
format-kilometres = { $kilometres } km

## Bots: common

button-old = This button is too old. Send /start.
not-understood = I did not understand that. /help shows what I can do.
cancelled = Stopped. /start shows what else there is.
link-wrong = This link leads nowhere. Choose here instead:
question-text-wanted = Please write it as text, or /cancel.
question-text-too-long = Please write between 1 and { $max } characters.
language-name = English
language-choose = Choose a language:
language-chosen = I speak English with you from now on.
button-skip = Skip
button-back = ‹ Back
button-home = 🏠 Start
button-language = 🌐 Language
button-answer = ↩️ Answer
command-start = Start
command-cart = My cart
command-orders = Orders
command-addresses = My addresses
command-language = Language
command-help = Help
command-cancel = Stop what we are doing
command-privacy = Delete my data
command-support = Write to the shop

## Bots: customer

help-customer = Order with /start. Write a dish to search the menu. /cart, /orders, /addresses, /language, /privacy. /cancel stops a question.
customer-greeting = Hello, { $name }! This is <b>{ $shop }</b>. What would you like?
button-order = 🍽 Order
button-my-orders = 🧾 My orders
button-my-addresses = 📍 My addresses
button-favourites = ❤️ Favourites
button-write-shop = 💬 Write to the shop
button-write-courier = 💬 Write to the courier
address-choose = Where shall we bring it?
address-ask-place = Where shall we bring it? Send the place with the button below, or write the address.
address-ask-point = Now the point on the map: the button below, or 📎 → Location.
address-ask-text = Street, house and flat?
address-ask-landmark = A landmark for the courier? Write it or say it in a voice message.
address-nowhere = Your phone does not know where it is. Choose the point on the map: 📎 → Location.
addresses-mine = Your addresses. Tap one to forget it:
addresses-none = You have no saved address yet.
button-send-location = 📍 Send my location
button-new-address = ➕ New address
button-collect = 🏃 I will collect it
branches-delivering = These bring it to you:
branches-collecting = Where will you collect it?
branches-none = Nobody delivers there yet. Another address?
branch-terms = { $name } · { $fee } · { $minutes } min
branch-closed = 🌙 { $name } · closed now
menu-title = <b>{ $name }</b>
    Choose a section, or write what you would like.
menu-title-closed = <b>{ $name }</b> is closed now. You can look at the menu.
menu-category = { $name }
dish-price = { $name } · { $amount }
dish-sold-out = ✖️ { $name } · sold out
dish-not-now = Not available now.
dish-left = Only { $count } left.
dish-options-up-to = { $name }: up to { $max }
dish-options-between = { $name }: from { $min } to { $max }
dish-added = It is in the cart.
button-add = Into the cart · { $amount }
button-like = ❤️
button-menu = 🍽 Menu
button-cart = 🛒 Cart: { $count } · { $amount }
button-see-cart = 🛒 See the cart
cart-title = <b>Your cart</b>
cart-empty = The cart is empty.
cart-line-gone = not available now
cart-subtotal = Dishes: { $amount }
cart-other-branch = Your cart is from another shop. Start a new cart here?
button-replace-cart = New cart
button-keep-cart = Keep the old one
button-checkout = ✅ Go on to order
button-empty-cart = 🗑 Empty
button-back-to-cart = ‹ Cart
phone-ask = The courier may have to call. Send your number with the button below.
phone-not-yours = That is somebody else's number. Send your own with the button below.
phone-saved = Thank you, the number is saved.
button-send-phone = 📞 Send my number
checkout-title = <b>{ $branch }</b>
checkout-to = To: { $address }
checkout-collect = You collect it at: { $address }
checkout-landmark = Landmark: { $landmark }
checkout-note = Note: { $note }
checkout-change = Change for you: { $amount }
button-change-from = from { $amount }
button-note = 📝 Note
button-change-address = 📍 Address
button-confirm = ✅ Order for { $amount }
note-ask = A note for the kitchen or the courier?
button-when = 🕐 When?
button-asap = ⚡ As soon as possible
when-ask = When shall it come?
when-none = It cannot come today or tomorrow. Choose another branch.
order-scheduled = 🕐 For { $time }
order-placed = Order <b>{ $code }</b> is placed.
order-title = Order <b>{ $code }</b> · { $branch }
order-promise = By { $time }
order-courier = Courier: { $name }, { $vehicle }
order-pin = PIN for the courier: <code>{ $pin }</code>
order-address = To: { $address }
order-reason = Why: { $reason }
order-fee = Delivery: { $amount }
order-total = <b>Total: { $amount }</b> · { $method }
order-change-from = Change from { $amount }
order-refunded = We give back { $amount } for order { $code }.
order-card-awaiting-payment = 💳 Waiting for your payment
order-card-placed = 🕐 Waiting for the kitchen
order-card-confirmed = 👍 The kitchen has it
order-card-preparing = 👨‍🍳 Being cooked
order-card-ready = 📦 Ready
order-card-picked-up = 🛵 On the way to you
order-card-delivered = ✅ Delivered. Enjoy!
order-card-rejected = 🙁 The kitchen cannot take it
order-card-cancelled = ✖️ Cancelled
order-card-expired = ⌛ Not paid in time
order-card-failed = ⚠️ Could not be handed over
order-card-returned = ↩️ Back at the shop
order-card-delivery-assigned = 🛵 The courier is on the way to the kitchen
order-card-delivery-at-pickup = 🛵 The courier is at the kitchen
order-card-delivery-picked-up = 🛵 On the way to you
order-card-delivery-at-dropoff = 🚪 The courier is at your door
order-news-confirmed = 👍 The kitchen has your order { $code }.
order-news-rejected = 🙁 The kitchen cannot take your order { $code }.
order-news-called-off = 🙁 We had to call off your order { $code }.
order-news-on-the-way = 🛵 Your order { $code } is on the way.
order-news-at-the-door = 🚪 The courier with order { $code } is at your door.
order-news-later = 🕐 Your order { $code } will be later than promised. Sorry!
order-news-failed = ⚠️ Order { $code } could not be handed over. Write to us.
button-cancel-order = ✖️ Cancel the order
button-rate = ⭐ Rate it
button-order-again = 🔁 Order again
cancel-ask = Why do you cancel?
cancel-done = Order { $code } is cancelled.
orders-mine = Your orders:
orders-none = You have not ordered yet.
again-done = The same is in your cart.
again-partly = In the cart is what can still be had.
invoice-title = Order { $code }
invoice-description = Dishes: { $count }
invoice-closed = This invoice is closed. Open your order to see why.
rating-ask = How was order { $code }?
rating-ask-food = How was the food?
rating-ask-courier = And { $name }, your courier?
rating-thanks = Thank you!
tip-ask = A tip for { $name }?
tip-title = A tip for { $name }
button-no-tip = No, thank you
tip-thanks = Thank you! The courier gets all of it.
search-found = Found for “{ $q }”:
search-nothing = Nothing on the menu fits “{ $q }”.
chat-from-courier = { $name }, your courier
chat-from-shop = { $name } from the shop
chat-from-customer = { $name }, customer
chat-relayed = 💬 <b>{ $from }</b>:
    { $text }
chat-ask = Write your message, or send a photo or a voice message.
chat-sent = Sent.
favourites-none = No favourites yet: tap ❤️ at a dish.
favourites-mine = Your favourites:
favourite-added = In your favourites.
favourite-removed = No longer in your favourites.
erase-ask = Delete your name, phone, addresses and messages here? Orders stay in the books without your name, as the law demands. This cannot be undone.
button-erase = Delete my data
button-keep = Keep it
erase-done = Your data is deleted. /start begins anew.

## Bots: courier

help-courier = Share your live location to go online. /offline, /break, /trip, /today, /panic, /language. /cancel stops a question.
command-online = Go online
command-break = Take a break
command-offline = Go home
command-trip = My trip
command-today = My day
command-panic = Call for help
courier-stranger = Hello, { $name }! Here couriers work. Do you want to ride with us? Choose your vehicle, and a dispatcher will decide.
courier-stranger-short = Here couriers work. Send /start to apply.
courier-invited = Welcome, { $name }! What do you ride?
courier-waits = A dispatcher will look at your application. You will hear from us here.
courier-admitted = 👍 You may ride with us. /online shows how to begin.
courier-suspended = Your access is suspended. Write to the dispatcher.
courier-hello = Hello, <b>{ $name }</b>!
courier-panel-online = 🟢 You are online. Offers come here.
courier-panel-on-break = 🟡 You are on a break.
courier-panel-offline = ⚪ You are offline.
button-go-online = 🟢 Go online
button-go-offline = ⚪ Go home
button-break = 🟡 Break
button-today = 📊 Today
button-panic = 🆘 Help
button-panic-yes = 🆘 Call for help now
panic-ask = Shall we call the dispatchers? They get your last position.
panic-called = 🆘 The dispatchers are being called. Stay where it is safe.
online-how = To go online, share your live location in this chat:
    1. 📎 below → <b>Location</b>
    2. <b>Share My Live Location</b>
    3. <b>8 hours</b>
online-not-live = That is one point only. I need your <b>live</b> location: 📎 → Location → Share My Live Location.
share-ended = You stopped sharing your location. Offers end soon. /online shows how to go on.
share-ended-on-trip = ⚠️ You have an order and stopped sharing your location. Share it again, or the dispatcher will call you: 📎 → Location.
nag-slow = 📍 I have not seen your position for a minute. Open Telegram for a moment.
nag-removed = 📍 Your position is too old, so offers stop. Share it again: 📎 → Location → Share My Live Location.
nag-back = 📍 I see your position again. Offers go on.
button-how-to-share = How do I share it?
offer-title = 🛵 New order · { $pay }
offer-area = about here
offer-distance = Whole way: { $metres }
offer-why-exclusive = Why you: you are the best placed, { $metres } away.
offer-why-wave = Several couriers are asked. You are { $metres } away.
offer-why-everyone = Everybody near is asked. You are { $metres } away.
offer-why-manual = A dispatcher chose you. You are { $metres } away.
offer-seconds = ⏱ { $seconds } s to answer
offer-accepted = ✅ It is yours. The trip is below.
offer-declined = You declined.
offer-closed-live = Still open.
offer-closed-accepted = ✅ It is yours.
offer-closed-declined = You declined.
offer-closed-expired = ⌛ The time for this offer is over.
offer-closed-lost = Taken by another courier.
offer-closed-withdrawn = This offer was called back.
button-accept = ✅ Accept
button-decline = ✖️ Decline
trip-title = 🛵 Your trip · stops left: { $left } · { $pay }
trip-fetch = Go to fetch order { $code }
trip-bring = Bring order { $code } to { $name }
trip-ready = Ready at { $time }
trip-cash = 💵 Collect { $amount }
trip-paid = 💳 Paid already
trip-bring-change = Bring change: { $amount }
trip-pin-locked = 🔒 The PIN is locked: take a photo, or wait for the dispatcher.
trip-done = ✅ Trip done. You earned { $pay }.
trip-over = This trip is over.
trip-none = You have no trip now.
trip-ring = 🔔 You have a new trip. Look at it.
trip-changed = ⚠️ Order { $code } is no longer on your trip.
button-seen = 👀 I have seen it
button-navigate = 🧭 Navigate
button-voice = 🔊 How to find the door
button-write-customer = 💬 Write to the customer
proof-ask = Ask the customer for the PIN and write its 4 digits here. Without a PIN: send a photo of the food at the door.
handed-over = ✅ Handed over. Thank you!
fail-ask = Why could it not be handed over?
fail-done = Noted. Bring it back to the branch.
release-ask = Why do you give it back?
release-done = Noted. Another courier is looked for.
noted = Noted.
today = <b>Today</b>
    Deliveries: { $delivered } · online: { $hours } h
    Earned: { $earned } · tips: { $tips }
    Guarantee: { $guarantee }
    Cash in hand: { $cash }
courier-tipped = 💝 A tip of { $amount } for order { $code }!

## Bots: staff

help-staff = Alerts ring here until somebody takes them. Write an order number or the last digits of a phone to find an order. /orders, /couriers, /shift, /invite, /language.
command-shift = On or off duty
command-couriers = Couriers
command-invite = Invite somebody
command-connect = Alerts for this group
staff-stranger = This bot is for the staff. Ask your manager for an invitation link.
staff-waits = Thank you! A manager will let you in as: { $role }.
staff-panel-on = <b>{ $name }</b> · { $roles }
    🔔 On duty: alerts ring here first.
staff-panel-off = <b>{ $name }</b> · { $roles }
    🔕 Off duty: alerts come only when nobody else answers.
button-shift-start = 🔔 I am on duty
button-shift-end = 🔕 I go home
button-open-orders = 🧾 Open orders
button-couriers = 🛵 Couriers
button-refresh = 🔄 Look again
button-minutes = { $minutes } min
button-take = ✋ I take it
button-take-this = ✋ { $alert }
button-open-order = 🧾 Order { $code }
button-open-courier = 🛵 { $name }
button-last-position = 🗺 Last position
button-assign = 👤 Assign
button-reassign = 👤 Another courier
button-reassign-now = 🔁 Give { $code } to another courier
button-broadcast = 📣 Ask everybody
button-release = ↩️ Take it back
button-approve = ✅ Let in
button-refuse = ✖️ Refuse
button-suspend = ⛔ Suspend
staff-action-confirm = ✅ Confirm
staff-action-reject = ✖️ Reject
staff-action-start-preparing = 👨‍🍳 Start cooking
staff-action-mark-ready = 📦 Ready
staff-action-collect = 🤝 Collected
staff-action-return = ↩️ It is back
staff-action-call-off = 🚫 Call off
staff-times = Placed { $placed } · promised { $promised }
staff-courier = 🛵 { $name }
staff-customer = 👤 { $name } { $phone }
staff-orders = Open orders:
staff-orders-none = No open orders.
staff-search-found = Found:
staff-search-nothing = No order fits “{ $q }”.
staff-couriers = Couriers:
staff-couriers-none = No couriers yet. /invite makes a link.
staff-courier-card = <b>{ $name }</b> · { $vehicle }
    { $status } · { $state }
    📞 { $phone }
    Orders: { $orders } · seen: { $seen }
candidates = Who shall go? Best first.
candidates-none = Nobody is online.
candidate-load = orders: { $count }
candidate-points = { $points } pts
assigned = ✅ { $name } has order { $code }.
broadcast-done = Everybody near is asked.
courier-applied = 🛵 <b>{ $name }</b> ({ $vehicle }) wants to ride with us.
member-pending = <b>{ $name }</b> asks to be let in as: { $role }.
member-active = ✅ { $name } · { $role }
member-suspended = ⛔ { $name } · { $role }
member-invited = { $name } · { $role }
invite-ask = Whom do you invite?
invite-link = Send this link to one person ({ $role }). It works once, for three days:
    { $url }
invite-no-bot = There is no bot for that role yet.
alert-line = { $alert } · { $time }
alert-order = Order { $code } · { $branch }
alert-courier = 🛵 { $name }
alert-ring = Ring { $ring }
alert-taken-by = ✅ { $alert } — { $name }
alert-solved = ✅ { $alert } — solved
alert-yours = It is yours.
chat-from-a-courier = { $name }, courier
day-summary = <b>{ $branch } · { $day }</b>
    Orders: { $placed } · delivered: { $delivered } · lost: { $lost } · late: { $late }
    Sales: { $sales } · median: { $minutes } min
group-connected = Alerts ring in this group from now on.
group-private = This shows names and addresses, so it works in the private chat only.
button-open-private = 🔐 Open in the private chat
command-quiet = Quiet hours
button-quiet = 🌙 Quiet hours
button-quiet-off = 🔔 No quiet hours
quiet-on = 🌙 Your quiet hours: <b>{ $hours }</b>.
quiet-off = You have no quiet hours.
quiet-how = In quiet hours messages come without a sound. Alerts ring those who are awake first, and you with a sound when nobody else answers. Choose, or write: /quiet 22:30-07:00

## Bots: files and receipts, which the API writes

file-order-code = Order
file-order-placed = Placed
file-order-branch = Branch
file-order-status = Status
file-order-fulfilment = Delivery
file-order-payment = Payment
file-order-customer = Customer
file-order-phone = Phone
file-order-courier = Courier
file-order-promised = Promised
file-order-closed = Closed
file-order-subtotal = Dishes
file-order-fee = Delivery fee
file-order-total = Total
file-order-currency = Currency
receipt-order = Order
receipt-placed = Placed
receipt-state = Status
receipt-for = For
receipt-subtotal = Dishes
receipt-fee = Delivery
receipt-total = Total

## Mini-apps: everywhere

ui-loading = Loading
ui-back = Back
ui-close = Close
ui-cancel = Cancel
ui-try-again = Try again
ui-nothing-here = There is nothing here yet.
ui-offline = No connection. What you see may be out of date.
ui-failed = This did not work. Try again in a minute.
ui-open-in-telegram = Open this page from the bot in Telegram.
ui-title-courier = Courier
ui-title-dispatch = Board
ui-title-admin = Manager
ui-title-track = Your order

## Mini-app courier: the shift, offers, trips and pay

road-tabs = Parts of the app
road-tab-work = Shift
road-tab-trip = Trip
road-tab-day = My day
road-doors-left = Stops left: { $count }
road-waits = A dispatcher will look at your application. You will hear from us in the chat.
road-stranger = Couriers work here. Send /start to the bot to apply.
road-hello = Hello, { $name }!
road-sos = SOS
road-shift-online = On shift
road-shift-on-break = On a break
road-shift-offline = Off shift
road-since = since { $time }
road-begin = Start shift
road-go-on = Go on working
road-break = Break
road-end = End shift
road-end-question = End the shift? No more offers will come.
road-offline-hint = Offers come while you are on shift. Your location is sent only then.
road-open-trip = To the trip · { $code }
road-position-none = Looking for you
road-position-fresh = Seen now
road-position-old = Seen { $age } ago
road-position-lost = Not seen for { $age }
road-place-not-asked = We may not see where you are yet, so no offers come.
road-place-denied = The phone does not let us see where you are, so no offers come.
road-place-unavailable = The phone cannot find out where it is. Go outside, or share a live location in the chat.
road-place-fix = Fix it
road-place-in-queue = You are number { $place } of { $free } free couriers
road-waiting-orders = Orders that look for a courier: { $count }
road-place-title = My place, and why
road-no-obstacle = Nothing keeps offers from you.
road-standing = Right now
road-free-couriers = Free couriers
road-waited-longer = Waited longer than you
road-free-since = Free since
road-orders-waiting = Orders without a courier
road-place-how = Whoever is near, free and has waited longest is asked first. Ratings and accepted offers count, too.
road-rounds = The last decisions
road-rounds-none = No order has been handed out since you are here.
road-rank = Number { $rank } of { $of }
road-was-asked = asked
road-obstacle-not-approved = Not approved yet
road-obstacle-offline = Off shift
road-obstacle-on-break = On a break
road-obstacle-no-position = We do not see where you are
road-obstacle-position-old = Your position is old
road-obstacle-full = Your bag is full
road-obstacle-cash-limit = Too much cash in hand
road-obstacle-offer-open = You have an offer to answer
road-remedy-not-approved = A dispatcher decides. Write to them.
road-remedy-offline = Start your shift.
road-remedy-on-break = Go on working.
road-remedy-no-position = Allow your location, or share it in the chat.
road-remedy-position-old = Keep the app open, or share a live location in the chat.
road-remedy-full = Bring what you have first.
road-remedy-cash-limit = Hand the cash in at a branch.
road-remedy-offer-open = Answer it first.
road-reason-pickupmetres = to the kitchen
road-reason-freeseconds = waited
road-reason-freeinseconds = free in
road-reason-points = points
road-reason-rating = rating
road-reason-acceptance = accepted
road-reason-load = free room
road-live-title = Stay visible in your pocket
road-live-how = A closed app sends nothing. Share your live location in the chat as well: 📎 → Location → Share My Live Location → 8 hours.
road-live-open = Open the chat
road-live-done = Done
road-allow-title = Before you start
road-allow-why = Your location
road-allow-why-more = So that the nearest courier is asked, and the customer sees you coming.
road-allow-when = Only on shift
road-allow-when-more = Sending ends with the shift, and when you close the app.
road-allow-who = Only who needs it
road-allow-who-more = Dispatchers on shift, and the customer while you carry their order.
road-allow-sound = A sound for offers
road-allow-sound-more = Keep the phone loud: an offer waits less than a minute.
road-allow = Allow and start
road-allow-refused = The phone was told not to share the location. Allow it in the settings, then come back.
road-allow-settings = Open settings
road-offer = An offer
road-offer-way = Whole way { $way }
road-offer-door = Door in { $way }
road-offer-next = The next one comes by itself.
road-offer-map = Map of the trip
road-items = things: { $count }
road-collect-amount = Collect { $amount } in cash
road-seconds-left = Seconds left: { $count }
road-accept = Accept
road-decline = Decline
road-decline-why = Why not?
road-why = Why
road-why-exclusive = Why you: nobody is better placed, { $way } away.
road-why-wave = A few couriers are asked. You are { $way } away.
road-why-everyone = Everybody near is asked. You are { $way } away.
road-why-manual = A dispatcher chose you. You are { $way } away.
road-trip-title = Trip · { $pay }
road-trip-none = No trip now. Offers come while you are on shift.
road-fetch = Fetch
road-bring = Bring
road-customer = Customer
road-landmark = Landmark: { $landmark }
road-voice = How to find the door
road-ready = Ready
road-ready-at = ready { $time }
road-promised = until { $time }
road-navigate = Navigate
road-map-app = Map app
road-map-app-choose = Which map app?
road-call = Call
road-chat = Chat
road-arrive-pickup = I am at the kitchen
road-arrive-dropoff = I am at the door
road-pick-up = Picked up
road-hand-over = Hand over
road-hand-over-title = Hand over { $code }
road-release = I cannot fetch it
road-release-hint = Order { $code } will go to another courier.
road-release-send = Give it back
road-fail = Could not hand over
road-fail-hint = Call the customer first. Bring order { $code } back to the kitchen.
road-fail-send = Not handed over
road-bag = In the bag: { $done } of { $all }
road-bag-missing = Not ticked yet: { $count }. Is everything in the bag?
road-paid = Paid already. Take no money.
road-collect = Collect
road-change-from = Change from { $note }
road-all-stops = All stops
road-stop-pickup = fetch
road-stop-dropoff = bring
road-delivery-gone = This order is no longer on your trip.
road-hand-over-kept = Saved on the phone. It goes out by itself as soon as there is a network.
road-pin-ask = Ask for the four digits
road-pin-typed = Digits typed: { $count }
road-pin-rub = Delete the last digit
road-pin-instead = PIN instead
road-photo-instead = Photo instead
road-tries-left = Tries left: { $count }.
road-photo-take = Take a photo
road-photo-again = Take another one
road-photo-how = Show the bag and the door. No faces.
road-photo-alt = Your photo of the hand-over
road-photo-send = Hand over with this photo
road-earned = Earned today
road-with-tips = with { $tips } of tips
road-guarantee = Guarantee of the day
road-guarantee-below = You get at least { $amount } today
road-guarantee-reached = More than the guarantee of { $amount }
road-deliveries = deliveries
road-distance = way
road-hours = on shift
road-hours-minutes = { $hours } h { $minutes } min
road-cash = Cash
road-cash-in-hand = In hand
road-cash-limit = Hand in at
road-failed = Not handed over
road-offers = Offers today
road-offers-none = No offers yet today.
road-history = The days before
road-history-none = Your deliveries will stand here.
road-days = The last month
road-deliveries-count = deliveries: { $count }
road-last-deliveries = Last deliveries
road-chat-about = Chat · { $code }
road-chat-with = Write to
road-chat-customer = Customer
road-chat-staff = Shop
road-chat-none = Nothing was written yet. Neither side sees a number.
road-chat-media = Photo or voice message: see the chat with the bot
road-chat-write = Message
road-chat-send = Send
road-phrase-here = I am here
road-phrase-soon = 5 minutes
road-phrase-gate = Please open the gate
road-phrase-call = I will call you
road-unsent = Waits for a network
road-unsent-title = Not sent yet
road-unsent-count = Not sent yet: { $count }
road-unsent-none = Everything is sent.
road-unsent-hint = It stays on this phone and goes out in this order, each once.
road-refused-some = Something was refused
road-send-now = Send now
road-positions-waiting = Positions that wait: { $count }
road-tries = Tries: { $count }
road-understood = I see
road-did-go-online = Start shift
road-did-take-break = Break
road-did-go-offline = End shift
road-did-arrive = Arrived
road-did-pick-up = Picked up
road-did-hand-over-pin = Hand over with the PIN
road-did-hand-over-photo = Hand over with a photo
road-did-fail = Not handed over
road-did-release = Given back
road-did-write = Message
road-did-panic = Call for help
road-panic-title = Help
road-panic-ask = Are you in danger or hurt? All dispatchers are rung and get your position.
road-panic-call = Call for help now
road-panic-sending = Your call is on its way. No network? Dial 112.
road-panic-called = The dispatchers are being called. Stay where it is safe.
road-panic-112 = Dial 112
road-panic-write = Write to the shop
road-leave-question = Leave? What you chose is not sent.
road-leave-yes = Leave
road-leave-no = Stay

## Mini-app dispatch: the board

## Mini-app admin: the business

admin-sections = Sections
admin-section-orders = Orders
admin-section-menu = Menu
admin-section-branches = Branches
admin-section-zones = Zones
admin-section-people = People
admin-section-couriers = Couriers
admin-section-reports = Reports
admin-section-audit = Changes
admin-section-settings = Settings
admin-section-more = More
admin-leave-question = What you typed is not saved. Leave anyway?
admin-leave-yes = Leave
admin-leave-no = Stay

## Mini-app track: where the order is
