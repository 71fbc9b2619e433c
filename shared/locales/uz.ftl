## What went wrong and what to do next

refusal-unknown = Bizda nosozlik yuz berdi. Bir daqiqadan keyin qayta urinib koʻring.
refusal-request-malformed = Soʻrovni oʻqib boʻlmadi. Orqaga qaytib, qayta urinib koʻring.
refusal-request-invalid = Nimadir notoʻgʻri kiritilgan. Tekshirib, qayta urinib koʻring.
refusal-request-too-large = Bir martada juda koʻp. Kamroq yuboring.
refusal-request-not-found = Bu yerda hech narsa yoʻq. Orqaga qaytib, qayta tanlang.
refusal-request-too-many = Juda tez-tez. Bir necha soniya kutib, qayta urinib koʻring.
refusal-request-busy = Hozir juda bandmiz. Bir daqiqadan keyin urinib koʻring.
refusal-request-outdated = Ochiq turganida buni boshqa birov oʻzgartirdi. Yangisini koʻrib, qayta oʻzgartiring.
refusal-request-key-missing = Ilova toʻliq boʻlmagan soʻrov yubordi. Uni qayta ochib, takrorlang.
refusal-request-key-reused = Bu boshqa mazmun bilan yuborilgan edi. Boshidan boshlang.
refusal-auth-missing = Siz kirmagansiz. Ilovani botdan oching.
refusal-auth-init-data-invalid = Telegram kimligingizni tasdiqlamadi. Ilovani botdan qayta oching.
refusal-auth-init-data-expired = Sahifa juda uzoq ochiq turdi. Uni botdan qayta oching.
refusal-auth-token-invalid = Kirish yaroqsiz. Ilovani botdan qayta oching.
refusal-auth-token-expired = Kirish muddati tugadi. Ilovani botdan qayta oching.
refusal-auth-refresh-reused = Xavfsizligingiz uchun chiqarildingiz. Ilovani botdan qayta oching.
refusal-auth-signed-out = Siz chiqqansiz. Ilovani botdan qayta oching.
refusal-auth-suspended = Kirishingiz toʻxtatilgan. Menejerga yozing.
refusal-auth-not-allowed = Bunga ruxsatingiz yoʻq. Kerak boʻlsa, menejerdan soʻrang.
refusal-bot-not-found = Bu bot bu yerda ishlamaydi. Yangi havola soʻrang.
refusal-bot-already-known = Bu bot allaqachon ishlayapti. BotFather orqali yangisini yarating.
refusal-bot-token-refused = Telegram bu tokenni tanimaydi. Uni @BotFatherdan qayta nusxalang.
refusal-bot-token-of-another = Bu boshqa botning tokeni. Shu botnikini @BotFatherdan nusxalang.
refusal-branch-not-found = Bu filial endi yoʻq. Boshqasini tanlang.
refusal-branch-closed = Bu vaqtda filial yopiq. Boshqa vaqt yoki boshqa filialni tanlang.
refusal-branch-paused = Filial vaqtincha buyurtma olmayapti. Keyinroq urinib koʻring yoki boshqasini tanlang.
refusal-branch-pickup-not-offered = Bu yerdan olib ketib boʻlmaydi. Yetkazib berishni tanlang.
refusal-branch-has-orders = Bu yerda hali ochiq buyurtmalar bor. Avval ularni tugating.
refusal-zone-outside = Bu joyga yetkazib bermaymiz. Boshqa manzil tanlang.
refusal-zone-paused = Bu hududga yetkazib berish toʻxtatilgan. Keyinroq urinib koʻring yoki boshqa manzil tanlang.
refusal-quote-changed = Narx oʻzgardi. Yangi summani koʻrib, qayta tasdiqlang.
refusal-quote-below-minimum = Buyurtma bu manzil uchun eng kam summadan kam. Yana biror narsa qoʻshing.
refusal-cart-empty = Savat boʻsh. Menyudan biror narsa tanlang.
refusal-cart-other-branch = Savatda boshqa filial taomlari bor. Avval uni boʻshating yoki ularga buyurtma bering.
refusal-address-not-found = Bunday manzil yoʻq. Boshqasini tanlang yoki qaytadan qoʻshing.
refusal-zone-not-found = Bunday hudud yoʻq. Boshqasini tanlang.
refusal-zone-crosses-itself = Hudud chegarasi oʻzini kesib oʻtgan. Burchaklarini ajrating.
refusal-brand-not-found = Bunday brend yoʻq. Boshqasini tanlang.
refusal-category-not-found = Bu turkum endi yoʻq. Boshqasini tanlang.
refusal-category-not-empty = Bu turkumda hali taomlar bor. Avval ularni koʻchiring yoki menyudan oling.
refusal-menu-price-below-zero = Narx noldan past boʻlib qoladi. Kamroq chegiring.
refusal-item-not-found = Bu endi menyuda yoʻq. Boshqasini tanlang.
refusal-item-unavailable = Hozir bu yoʻq. Boshqasini tanlang.
refusal-item-out-of-stock = Buncha qolmagan. Kamroq oling yoki boshqasini tanlang.
refusal-modifier-not-found = Bunday variant endi yoʻq. Qayta tanlang.
refusal-modifier-unavailable = Bu variant tugagan. Boshqasini tanlang.
refusal-modifier-choice-count = Variantlar juda kam yoki juda koʻp tanlangan. Taomni ochib, qayta tanlang.
refusal-modifier-combination-not-sold = Bu variantlar birga sotilmaydi. Boshqalarini tanlang.
refusal-order-not-found = Bunday buyurtma yoʻq. Buyurtmalar roʻyxatini oching.
refusal-order-action-not-allowed = Buyurtma holati oʻzgargan, endi buni qilib boʻlmaydi. Holatini koʻring.
refusal-order-schedule-out-of-range = Bu vaqtga ulgurmaymiz. Boshqa vaqt tanlang.
refusal-order-payment-pending = Buyurtma toʻlovni kutmoqda. Avval hisobni toʻlang.
refusal-payment-not-offered = Bu yerda bunday toʻlab boʻlmaydi. Boshqa usulni tanlang.
refusal-payment-change-too-small = Bu jami summadan kam. Kattaroq pul kiriting.
refusal-payment-refund-too-large = Bu qaytarish mumkin boʻlganidan koʻp. Kamroq summa kiriting.
refusal-delivery-not-found = Bunday yetkazish yoʻq. Roʻyxatni oching.
refusal-delivery-action-not-allowed = Yetkazish holati oʻzgargan, endi buni qilib boʻlmaydi. Holatini koʻring.
refusal-delivery-already-taken = Uni boshqa kuryer olgan. Doskaga qarang.
refusal-delivery-pin-wrong = PIN notoʻgʻri. Mijozdan qayta oʻqishini soʻrang.
refusal-delivery-pin-locked = PIN koʻp marta xato kiritildi. Dispetcherga xabar berildi: kuting yoki suratga oling.
refusal-delivery-proof-missing = Topshirilgani hali tasdiqlanmagan. PIN soʻrang yoki suratga oling.
refusal-offer-not-found = Bunday taklif yoʻq. Keyingisini kuting.
refusal-offer-already-taken = Boshqa kuryer oldi. Keyingisini kuting.
refusal-offer-expired = Bu taklif vaqti tugadi. Keyingisini kuting.
refusal-offer-closed = Taklif qaytarib olindi. Keyingisini kuting.
refusal-courier-not-found = Bunday kuryer yoʻq. Boshqasini tanlang.
refusal-courier-not-online = Kuryer liniyada emas. Liniyaga chiqing yoki boshqasini tanlang.
refusal-courier-not-approved = Dispetcher sizni hali tasdiqlamagan. Kuting yoki unga yozing.
refusal-courier-busy = Hali yoʻlda buyurtma bor. Avval uni tugating.
refusal-courier-full = Kuryer boshqa ololmaydi. Boshqasini tanlang.
refusal-courier-cash-limit = Qoʻlda naqd pul koʻp. Avval uni filialga topshiring.
refusal-courier-none-free = Hozir boshqa kuryer ololmaydi. Birortasiga qoʻngʻiroq qiling yoki hammadan soʻrang.
refusal-position-invalid = Joylashuv notoʻgʻri. Geolokatsiyani qayta yuboring.
refusal-position-stale = Bu joylashuv oxirgisidan eski. Geolokatsiya ulashishni davom eting.
refusal-alert-not-found = Bunday ogohlantirish yoʻq. Ogohlantirishlar roʻyxatini oching.
refusal-alert-already-acknowledged = Uni boshqasi qabul qildi. Sizdan hech narsa talab qilinmaydi.
refusal-notification-not-found = Bunday bildirishnoma yoʻq. Kiruvchilarni oching.
refusal-notification-lease-lost = Bu bildirishnomani boshqa jarayon oldi. Qaytadan soʻrang.
refusal-update-not-found = Bu yangilanish yozilmagan. Avval uni yozing.
refusal-rating-not-allowed = Buni baholab boʻlmaydi. Buyurtma yetib kelgach baholang.
refusal-rating-already-given = Siz bu buyurtmani baholagansiz. Rahmat.
refusal-import-encoding-unknown = Bu fayldagi harflar oʻqilmadi. Uni “CSV UTF-8” qilib saqlang va qayta tanlang.
refusal-import-columns-missing = Birinchi qatorda ustun nomlari yoʻq. Kamida category, name_en va price kerak.
refusal-import-empty = Bu faylda qatorlar yoʻq. Boshqasini tanlang.
refusal-import-quote-open = Faylda qoʻshtirnoq yopilmagan. Uni yana CSV qilib saqlang va qayta tanlang.
refusal-import-too-long = Faylda 100 000 dan koʻp qator bor. Uni boʻlib, qismlab yuklang.
refusal-import-plan-changed = Koʻrib chiqqaningizdan beri menyu oʻzgardi. Yana koʻrib chiqing va qayta tasdiqlang.
refusal-download-not-found = Bu havola endi ishlamaydi. Ilovaga qaytib, qayta yuklab oling.
refusal-media-type-not-allowed = Bunday fayl qabul qilinmaydi. Surat yuboring.
refusal-media-too-large = Fayl juda katta. Kichikrogʻini yuboring.
refusal-media-not-found = Fayl yoʻq. Uni qayta yuboring.
refusal-member-not-found = Bunday odam bu yerda yoʻq. Odamlar roʻyxatini oching.
refusal-member-last-owner = Bu oxirgi ega. Avval boshqa egani tayinlang.
refusal-invitation-not-found = Bunday taklif yoʻq. Yangi havola soʻrang.
refusal-invitation-over = Taklif ishlatilgan yoki muddati tugagan. Yangi havola soʻrang.
refusal-chat-closed = Bu yerda endi hech kim oʻqimaydi. Doʻkonga yozing.
refusal-realtime-topic-not-allowed = Bunga ruxsatingiz yoʻq. Oʻz buyurtmalaringizni oching.

## Statuses of an order

order-status-awaiting-payment = Toʻlov kutilmoqda
order-status-placed = Buyurtma berildi
order-status-confirmed = Qabul qilindi
order-status-preparing = Tayyorlanmoqda
order-status-ready = Tayyor
order-status-picked-up = Yoʻlda
order-status-delivered = Yetkazildi
order-status-rejected = Qabul qilinmadi
order-status-cancelled = Bekor qilindi
order-status-expired = Vaqtida toʻlanmadi
order-status-failed = Topshirib boʻlmadi
order-status-returned = Filialga qaytarildi

## What can be done with an order

order-action-pay = Toʻlash
order-action-expire = Muddati tugashi
order-action-confirm = Qabul qilish
order-action-reject = Rad etish
order-action-start-preparing = Tayyorlashni boshlash
order-action-mark-ready = Tayyor
order-action-pick-up = Olib ketildi
order-action-hand-over = Topshirildi
order-action-collect = Mijoz olib ketdi
order-action-fail = Topshirib boʻlmadi
order-action-return = Filialga qaytdi
order-action-cancel = Buyurtmani bekor qilish
order-action-call-off = Buyurtmani toʻxtatish

## Statuses of a delivery

delivery-status-waiting = Kuryer kutilmoqda
delivery-status-offered = Kuryerlarga taklif qilindi
delivery-status-assigned = Kuryer filialga ketmoqda
delivery-status-at-pickup = Kuryer filialda
delivery-status-picked-up = Mijozga ketmoqda
delivery-status-at-dropoff = Kuryer eshik oldida
delivery-status-delivered = Yetkazildi
delivery-status-cancelled = Bekor qilindi
delivery-status-failed = Topshirib boʻlmadi

## What can be done with a delivery

delivery-action-offer = Kuryerlarga taklif qilish
delivery-action-lapse = Hech kim olmadi
delivery-action-withdraw = Takliflarni qaytarib olish
delivery-action-accept = Qabul qilish
delivery-action-assign = Tayinlash
delivery-action-reassign = Boshqa kuryerga berish
delivery-action-release = Yetkazishdan voz kechish
delivery-action-arrive-pickup = Filialdaman
delivery-action-pick-up = Oldim
delivery-action-take-over = Yukni boshqa kuryerga oʻtkazish
delivery-action-arrive-dropoff = Eshik oldidaman
delivery-action-hand-over = Topshirdim
delivery-action-fail = Topshira olmadim
delivery-action-cancel = Bekor qilish

## Why the kitchen does not accept

reject-reason-too-busy = Buyurtmalar juda koʻp
reject-reason-out-of-stock = Nimadir tugagan
reject-reason-closing = Yopilyapmiz
reject-reason-cannot-reach-address = Manzilga bora olmaymiz
reject-reason-suspicious = Hazilga oʻxshaydi
reject-reason-other = Boshqa sabab

## Why a customer cancels

cancel-reason-changed-mind = Fikrimdan qaytdim
cancel-reason-ordered-by-mistake = Xato buyurtma
cancel-reason-too-slow = Juda uzoq
cancel-reason-wrong-address = Manzil notoʻgʻri
cancel-reason-other = Boshqa sabab

## Why staff calls an order off

call-off-reason-customer-asked = Mijoz soʻradi
call-off-reason-out-of-stock = Nimadir tugagan
call-off-reason-no-courier = Kuryer yoʻq
call-off-reason-kitchen-problem = Oshxonada muammo
call-off-reason-payment-problem = Toʻlovda muammo
call-off-reason-not-collected = Olib ketilmadi
call-off-reason-suspicious = Hazilga oʻxshaydi
call-off-reason-other = Boshqa sabab

## Why it could not be handed over

fail-reason-customer-unreachable = Mijoz javob bermayapti
fail-reason-wrong-address = Manzil notoʻgʻri
fail-reason-customer-refused = Mijoz rad etdi
fail-reason-customer-cannot-pay = Mijoz toʻlay olmaydi
fail-reason-damaged = Buyurtma shikastlangan
fail-reason-unsafe = U yer xavfli
fail-reason-other = Boshqa sabab

## Why a courier declines

decline-reason-too-far = Juda uzoq
decline-reason-low-pay = Haq kam
decline-reason-busy = Hozir bandman
decline-reason-vehicle-problem = Transportda muammo
decline-reason-too-big = Juda katta, ololmayman
decline-reason-unsafe-area = Xavfli hudud
decline-reason-ending-shift = Smenam tugayapti
decline-reason-other = Boshqa sabab

## Why a delivery lost its courier

release-reason-vehicle-problem = Transportda muammo
release-reason-accident = Avariya
release-reason-cannot-reach-branch = Filialga bora olmayman
release-reason-kitchen-too-slow = Oshxona juda sekin
release-reason-better-courier = Boshqa kuryer yaqinroq
release-reason-gone-silent = Yangi joylashuv yoʻq
release-reason-went-offline = Kuryer liniyadan chiqdi
release-reason-other = Boshqa sabab

## Offers

offer-status-live = Javobingiz kutilmoqda
offer-status-accepted = Sizniki
offer-status-declined = Rad etdingiz
offer-status-expired = Vaqt tugadi
offer-status-lost = Boshqa kuryer oldi
offer-status-withdrawn = Qaytarib olindi

## Payment and fulfilment

payment-method-cash = Naqd pul
payment-method-invoice = Telegramda karta bilan
payment-state-unpaid = Toʻlanmagan
payment-state-paid = Toʻlangan
payment-state-partially-refunded = Qisman qaytarilgan
payment-state-refunded = Pul qaytarilgan
payment-state-void = Toʻlov kerak emas
fulfilment-delivery = Yetkazib berish
fulfilment-pickup = Oʻzim olib ketaman
proof-kind-pin = PIN
proof-kind-photo = Surat
proof-kind-staff = Dispetcher soʻzi

## Alerts

alert-order-unconfirmed = Yangi buyurtma
alert-order-late = Buyurtma kechikmoqda
alert-delivery-unclaimed = Hech bir kuryer buyurtmani olmayapti
alert-courier-silent = Buyurtmali kuryer aloqada emas
alert-courier-panic = Kuryer yordam soʻramoqda
alert-pin-locked = PIN juda koʻp marta xato kiritildi
alert-payment-trouble = Toʻlovda muammo
alert-customer-unreachable = Mijoz botni bloklagan
alert-state-ringing = Jiringlamoqda
alert-state-acknowledged = Qabul qilindi
alert-state-resolved = Oʻz-oʻzidan hal boʻldi
alert-level-on-shift-dispatchers = Smenadagi dispetcherlar
alert-level-all-dispatchers = Barcha dispetcherlar
alert-level-managers = Menejerlar
alert-level-owner = Egasi

## People

role-customer = Mijoz
role-courier = Kuryer
role-kitchen = Oshxona
role-dispatcher = Dispetcher
role-manager = Menejer
role-owner = Egasi
role-system = Avtomatik
courier-state-offline = Liniyada emas
courier-state-online = Liniyada
courier-state-on-break = Tanaffusda
courier-status-pending = Tasdiq kutmoqda
courier-status-active = Ishlamoqda
courier-status-suspended = Toʻxtatilgan
vehicle-motorcycle = Mototsikl
vehicle-car = Mashina
vehicle-bicycle = Velosiped
vehicle-walker = Piyoda

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

button-old = Bu tugma eskirgan. /start yuboring.
not-understood = Tushunmadim. Nima qila olishim: /help.
cancelled = Toʻxtatildi. Boshqa imkoniyatlar: /start.
link-wrong = Bu havola hech qayerga olib bormaydi. Shu yerdan tanlang:
question-text-wanted = Matn bilan yozing yoki /cancel yuboring.
question-text-too-long = 1 dan { $max } tagacha belgi yozing.
language-name = Oʻzbekcha
language-choose = Tilni tanlang:
language-chosen = Endi siz bilan oʻzbekcha gaplashaman.
button-skip = Oʻtkazib yuborish
button-back = ‹ Orqaga
button-home = 🏠 Boshiga
button-language = 🌐 Til
button-answer = ↩️ Javob yozish
command-start = Boshlash
command-cart = Savatcham
command-orders = Buyurtmalar
command-addresses = Manzillarim
command-language = Til
command-help = Yordam
command-cancel = Toʻxtatish
command-privacy = Maʼlumotlarimni oʻchirish
command-support = Doʻkonga yozish

## Bots: customer

help-customer = Buyurtma berish: /start. Taom nomini yozsangiz, menyudan topaman. /cart, /orders, /addresses, /language, /privacy. /cancel savolni toʻxtatadi.
customer-greeting = Salom, { $name }! Bu <b>{ $shop }</b>. Nima buyurasiz?
button-order = 🍽 Buyurtma berish
button-my-orders = 🧾 Buyurtmalarim
button-my-addresses = 📍 Manzillarim
button-favourites = ❤️ Sevimlilar
button-write-shop = 💬 Doʻkonga yozish
button-write-courier = 💬 Kuryerga yozish
address-choose = Qayerga olib boramiz?
address-ask-place = Qayerga olib boramiz? Pastdagi tugma bilan joyni yuboring yoki manzilni yozing.
address-ask-point = Endi xaritadagi nuqta: pastdagi tugma yoki 📎 → Joylashuv.
address-ask-text = Koʻcha, uy va xonadon?
address-ask-landmark = Kuryer uchun moʻljal? Yozing yoki ovozli xabarda ayting.
address-nowhere = Telefon qayerda ekanini bilmayapti. Nuqtani xaritadan tanlang: 📎 → Joylashuv.
addresses-mine = Manzillaringiz. Oʻchirish uchun bosing:
addresses-none = Hali saqlangan manzil yoʻq.
button-send-location = 📍 Joylashuvni yuborish
button-new-address = ➕ Yangi manzil
button-collect = 🏃 Oʻzim olib ketaman
branches-delivering = Sizga yetkazib beradiganlar:
branches-collecting = Qayerdan olib ketasiz?
branches-none = U yerga hozircha yetkazib berilmaydi. Boshqa manzilmi?
branch-terms = { $name } · { $fee } · { $minutes } daq
branch-closed = 🌙 { $name } · hozir yopiq
menu-title = <b>{ $name }</b>
    Boʻlimni tanlang yoki xohlagan taomni yozing.
menu-title-closed = <b>{ $name }</b> hozir yopiq. Menyuni koʻrishingiz mumkin.
menu-category = { $name }
dish-price = { $name } · { $amount }
dish-sold-out = ✖️ { $name } · tugadi
dish-not-now = Hozir yoʻq.
dish-left = { $count } ta qoldi.
dish-options-up-to = { $name }: { $max } tagacha
dish-options-between = { $name }: { $min } dan { $max } tagacha
dish-added = Savatda.
button-add = Savatga · { $amount }
button-like = ❤️
button-menu = 🍽 Menyu
button-cart = 🛒 Savat: { $count } · { $amount }
button-see-cart = 🛒 Savatni koʻrish
cart-title = <b>Savatingiz</b>
cart-empty = Savat boʻsh.
cart-line-gone = hozir yoʻq
cart-subtotal = Taomlar: { $amount }
cart-other-branch = Savatda boshqa joyning taomlari bor. Yangi savat ochilsinmi?
button-replace-cart = Yangi savat
button-keep-cart = Eskisi qolsin
button-checkout = ✅ Buyurtmani rasmiylashtirish
button-empty-cart = 🗑 Boʻshatish
button-back-to-cart = ‹ Savat
phone-ask = Kuryer qoʻngʻiroq qilishi mumkin. Raqamingizni pastdagi tugma bilan yuboring.
phone-not-yours = Bu boshqa odamning raqami. Oʻzingiznikini pastdagi tugma bilan yuboring.
phone-saved = Rahmat, raqam saqlandi.
button-send-phone = 📞 Raqamni yuborish
checkout-title = <b>{ $branch }</b>
checkout-to = Manzil: { $address }
checkout-collect = Oʻzingiz olib ketasiz: { $address }
checkout-landmark = Moʻljal: { $landmark }
checkout-note = Izoh: { $note }
checkout-change = Sizga qaytim: { $amount }
button-change-from = { $amount } dan
button-note = 📝 Izoh
button-change-address = 📍 Manzil
button-confirm = ✅ { $amount }ga buyurtma berish
note-ask = Oshxona yoki kuryer uchun izoh?
button-when = 🕐 Qachon?
button-asap = ⚡ Imkon qadar tez
when-ask = Qachonga kerak?
when-none = Bugun ham, ertaga ham boʻlmaydi. Boshqa filialni tanlang.
order-scheduled = 🕐 { $time } ga
order-placed = <b>{ $code }</b> buyurtmangiz qabul qilindi.
order-title = Buyurtma <b>{ $code }</b> · { $branch }
order-promise = { $time } gacha
order-courier = Kuryer: { $name }, { $vehicle }
order-pin = Kuryer uchun PIN: <code>{ $pin }</code>
order-address = Manzil: { $address }
order-reason = Sababi: { $reason }
order-fee = Yetkazish: { $amount }
order-total = <b>Jami: { $amount }</b> · { $method }
order-change-from = { $amount } dan qaytim
order-refunded = { $code } buyurtma uchun { $amount } qaytaramiz.
order-card-awaiting-payment = 💳 Toʻlov kutilmoqda
order-card-placed = 🕐 Oshxona javobi kutilmoqda
order-card-confirmed = 👍 Oshxona qabul qildi
order-card-preparing = 👨‍🍳 Tayyorlanmoqda
order-card-ready = 📦 Tayyor
order-card-picked-up = 🛵 Sizga yoʻlda
order-card-delivered = ✅ Yetkazildi. Yoqimli ishtaha!
order-card-rejected = 🙁 Oshxona qabul qila olmadi
order-card-cancelled = ✖️ Bekor qilindi
order-card-expired = ⌛ Vaqtida toʻlanmadi
order-card-failed = ⚠️ Topshirib boʻlmadi
order-card-returned = ↩️ Doʻkonga qaytarildi
order-card-delivery-assigned = 🛵 Kuryer oshxonaga yoʻlda
order-card-delivery-at-pickup = 🛵 Kuryer oshxonada
order-card-delivery-picked-up = 🛵 Sizga yoʻlda
order-card-delivery-at-dropoff = 🚪 Kuryer eshigingizda
order-news-confirmed = 👍 Oshxona { $code } buyurtmangizni qabul qildi.
order-news-rejected = 🙁 Oshxona { $code } buyurtmangizni qabul qila olmadi.
order-news-called-off = 🙁 { $code } buyurtmangizni bekor qilishga majbur boʻldik.
order-news-on-the-way = 🛵 { $code } buyurtmangiz yoʻlda.
order-news-at-the-door = 🚪 { $code } buyurtma bilan kuryer eshigingizda.
order-news-later = 🕐 { $code } buyurtmangiz kechikadi. Uzr!
order-news-failed = ⚠️ { $code } buyurtmani topshirib boʻlmadi. Bizga yozing.
button-cancel-order = ✖️ Buyurtmani bekor qilish
button-rate = ⭐ Baholash
button-order-again = 🔁 Yana buyurtma
cancel-ask = Nega bekor qilasiz?
cancel-done = { $code } buyurtma bekor qilindi.
orders-mine = Buyurtmalaringiz:
orders-none = Siz hali buyurtma bermagansiz.
again-done = Xuddi shu narsalar savatda.
again-partly = Savatda hali bor narsalar.
invoice-title = Buyurtma { $code }
invoice-description = Taomlar: { $count }
invoice-closed = Bu hisob yopilgan. Sababini buyurtmadan koʻring.
rating-ask = { $code } buyurtma qanday boʻldi?
rating-ask-food = Taom qanday boʻldi?
rating-ask-courier = Kuryer { $name }-chi?
rating-thanks = Rahmat!
tip-ask = { $name } uchun choychaqa?
tip-title = { $name } uchun choychaqa
button-no-tip = Yoʻq, rahmat
tip-thanks = Rahmat! Hammasi kuryerga beriladi.
search-found = “{ $q }” boʻyicha topildi:
search-nothing = Menyuda “{ $q }” topilmadi.
chat-from-courier = { $name }, kuryeringiz
chat-from-shop = Doʻkondan { $name }
chat-from-customer = { $name }, mijoz
chat-relayed = 💬 <b>{ $from }</b>:
    { $text }
chat-ask = Xabaringizni yozing yoki rasm, ovozli xabar yuboring.
chat-sent = Yuborildi.
favourites-none = Hali sevimlilar yoʻq: taomdagi ❤️ ni bosing.
favourites-mine = Sevimlilaringiz:
favourite-added = Sevimlilarda.
favourite-removed = Sevimlilardan olindi.
erase-ask = Ism, telefon, manzil va xabarlaringiz oʻchirilsinmi? Buyurtmalar qonun talabiga koʻra ismsiz hisobda qoladi. Buni qaytarib boʻlmaydi.
button-erase = Maʼlumotlarimni oʻchirish
button-keep = Qolsin
erase-done = Maʼlumotlaringiz oʻchirildi. /start yangidan boshlaydi.

## Bots: courier

help-courier = Ishga chiqish uchun jonli joylashuvni ulashing. /offline, /break, /trip, /today, /panic, /language. /cancel savolni toʻxtatadi.
command-online = Ishga chiqish
command-break = Tanaffus
command-offline = Ishni tugatish
command-trip = Safarim
command-today = Bugun
command-panic = Yordam chaqirish
courier-stranger = Salom, { $name }! Bu yerda kuryerlar ishlaydi. Biz bilan ishlaysizmi? Transportni tanlang, dispetcher hal qiladi.
courier-stranger-short = Bu yerda kuryerlar ishlaydi. Ariza uchun /start yuboring.
courier-invited = Xush kelibsiz, { $name }! Nimada yurasiz?
courier-waits = Dispetcher arizangizni koʻrib chiqadi. Shu yerga yozamiz.
courier-admitted = 👍 Biz bilan ishlashingiz mumkin. Boshlash: /online.
courier-suspended = Ruxsatingiz toʻxtatilgan. Dispetcherga yozing.
courier-hello = Salom, <b>{ $name }</b>!
courier-panel-online = 🟢 Siz ishdasiz. Takliflar shu yerga keladi.
courier-panel-on-break = 🟡 Siz tanaffusdasiz.
courier-panel-offline = ⚪ Siz ishda emassiz.
button-go-online = 🟢 Ishga chiqish
button-go-offline = ⚪ Tugatish
button-break = 🟡 Tanaffus
button-today = 📊 Bugun
button-panic = 🆘 Yordam
button-panic-yes = 🆘 Hozir yordam chaqirish
panic-ask = Dispetcherlarni chaqiraylikmi? Ular oxirgi joyingizni koʻradi.
panic-called = 🆘 Dispetcherlar chaqirilmoqda. Xavfsiz joyda turing.
online-how = Ishga chiqish uchun shu chatda jonli joylashuvni ulashing:
    1. Pastda 📎 → <b>Joylashuv</b>
    2. <b>Jonli joylashuvni ulashish</b>
    3. <b>8 soat</b>
online-not-live = Bu faqat bitta nuqta. <b>Jonli</b> joylashuv kerak: 📎 → Joylashuv → Jonli joylashuvni ulashish.
share-ended = Joylashuv ulashish tugadi. Tez orada takliflar kelmaydi. Davom etish: /online.
share-ended-on-trip = ⚠️ Sizda buyurtma bor, joylashuv ulashish tugadi. Yana ulashing, aks holda dispetcher qoʻngʻiroq qiladi: 📎 → Joylashuv.
nag-slow = 📍 Bir daqiqadan beri joyingizni koʻrmayapman. Telegramni bir zumga oching.
nag-removed = 📍 Joyingiz eskirgan, takliflar toʻxtadi. Yana ulashing: 📎 → Joylashuv → Jonli joylashuvni ulashish.
nag-back = 📍 Joylashuvingiz yana koʻrinyapti. Takliflar davom etadi.
button-how-to-share = Qanday ulashaman?
offer-title = 🛵 Yangi buyurtma · { $pay }
offer-area = taxminan shu yerga
offer-distance = Butun yoʻl: { $metres }
offer-why-exclusive = Nega siz: eng qulay joydasiz, { $metres } narida.
offer-why-wave = Bir necha kuryerdan soʻralmoqda. Siz { $metres } naridasiz.
offer-why-everyone = Yaqindagi hammadan soʻralmoqda. Siz { $metres } naridasiz.
offer-why-manual = Sizni dispetcher tanladi. Siz { $metres } naridasiz.
offer-seconds = ⏱ Javobga { $seconds } s
offer-accepted = ✅ Buyurtma sizniki. Safar pastda.
offer-declined = Siz rad etdingiz.
offer-closed-live = Hali ochiq.
offer-closed-accepted = ✅ Buyurtma sizniki.
offer-closed-declined = Siz rad etdingiz.
offer-closed-expired = ⌛ Bu taklifning vaqti tugadi.
offer-closed-lost = Boshqa kuryer oldi.
offer-closed-withdrawn = Bu taklif qaytarib olindi.
button-accept = ✅ Olish
button-decline = ✖️ Rad etish
trip-title = 🛵 Safaringiz · qolgan manzil: { $left } · { $pay }
trip-fetch = { $code } buyurtmani oling
trip-bring = { $code } buyurtmani olib boring: { $name }
trip-ready = { $time } da tayyor
trip-cash = 💵 { $amount } oling
trip-paid = 💳 Toʻlangan
trip-bring-change = Qaytim: { $amount }
trip-pin-locked = 🔒 PIN bloklangan: rasm oling yoki dispetcherni kuting.
trip-done = ✅ Safar tugadi. { $pay } ishladingiz.
trip-over = Bu safar tugadi.
trip-none = Hozir safar yoʻq.
trip-ring = 🔔 Sizda yangi safar bor. Koʻring.
trip-changed = ⚠️ { $code } buyurtma endi safaringizda yoʻq.
button-seen = 👀 Koʻrdim
button-navigate = 🧭 Yoʻl koʻrsatish
button-voice = 🔊 Eshikni qanday topish
button-write-customer = 💬 Mijozga yozish
proof-ask = Mijozdan PIN soʻrang va 4 raqamni yozing. PIN boʻlmasa, eshik oldidagi taom rasmini yuboring.
handed-over = ✅ Topshirildi. Rahmat!
fail-ask = Nega topshirib boʻlmadi?
fail-done = Yozildi. Buyurtmani filialga qaytaring.
release-ask = Nega qaytarib berasiz?
release-done = Yozildi. Boshqa kuryer qidirilmoqda.
noted = Yozildi.
today = <b>Bugun</b>
    Yetkazishlar: { $delivered } · ishda: { $hours } soat
    Ishlandi: { $earned } · choychaqa: { $tips }
    Kafolat: { $guarantee }
    Qoʻldagi naqd: { $cash }
courier-tipped = 💝 { $code } buyurtma uchun { $amount } choychaqa!

## Bots: staff

help-staff = Signallar kimdir olguncha shu yerda jiringlaydi. Buyurtma raqami yoki telefonning oxirgi raqamlarini yozing. /orders, /couriers, /shift, /invite, /language.
command-shift = Navbatchilik
command-couriers = Kuryerlar
command-invite = Taklif qilish
command-connect = Signallar shu guruhga
staff-stranger = Bu bot xodimlar uchun. Menejerdan taklif havolasini soʻrang.
staff-waits = Rahmat! Menejer sizni kiritadi: { $role }.
staff-panel-on = <b>{ $name }</b> · { $roles }
    🔔 Navbatda: signallar avval sizda jiringlaydi.
staff-panel-off = <b>{ $name }</b> · { $roles }
    🔕 Navbatda emas: signallar faqat boshqalar javob bermasa keladi.
button-shift-start = 🔔 Navbatdaman
button-shift-end = 🔕 Navbatni tugataman
button-open-orders = 🧾 Ochiq buyurtmalar
button-couriers = 🛵 Kuryerlar
button-refresh = 🔄 Yangilash
button-minutes = { $minutes } daq
button-take = ✋ Men olaman
button-take-this = ✋ { $alert }
button-open-order = 🧾 Buyurtma { $code }
button-open-courier = 🛵 { $name }
button-last-position = 🗺 Oxirgi joyi
button-assign = 👤 Tayinlash
button-reassign = 👤 Boshqa kuryer
button-reassign-now = 🔁 { $code } buyurtmani boshqa kuryerga berish
button-broadcast = 📣 Hammadan soʻrash
button-release = ↩️ Kuryerdan olish
button-approve = ✅ Qabul qilish
button-refuse = ✖️ Rad etish
button-suspend = ⛔ Toʻxtatish
staff-action-confirm = ✅ Qabul qilish
staff-action-reject = ✖️ Rad etish
staff-action-start-preparing = 👨‍🍳 Tayyorlashni boshlash
staff-action-mark-ready = 📦 Tayyor
staff-action-collect = 🤝 Olib ketildi
staff-action-return = ↩️ Qaytdi
staff-action-call-off = 🚫 Bekor qilish
staff-times = Berilgan { $placed } · vaʼda { $promised }
staff-courier = 🛵 { $name }
staff-customer = 👤 { $name } { $phone }
staff-orders = Ochiq buyurtmalar:
staff-orders-none = Ochiq buyurtma yoʻq.
staff-search-found = Topildi:
staff-search-nothing = “{ $q }” boʻyicha buyurtma yoʻq.
staff-couriers = Kuryerlar:
staff-couriers-none = Hali kuryer yoʻq. /invite havola yaratadi.
staff-courier-card = <b>{ $name }</b> · { $vehicle }
    { $status } · { $state }
    📞 { $phone }
    Buyurtmalar: { $orders } · koʻrindi: { $seen }
candidates = Kim boradi? Eng maʼquli yuqorida.
candidates-none = Hech kim ishda emas.
candidate-load = buyurtma: { $count }
candidate-points = { $points } ball
assigned = ✅ { $code } buyurtma { $name }da.
broadcast-done = Yaqindagi hammadan soʻralmoqda.
courier-applied = 🛵 <b>{ $name }</b> ({ $vehicle }) biz bilan ishlamoqchi.
member-pending = <b>{ $name }</b> ruxsat soʻrayapti: { $role }.
member-active = ✅ { $name } · { $role }
member-suspended = ⛔ { $name } · { $role }
member-invited = { $name } · { $role }
invite-ask = Kimni taklif qilasiz?
invite-link = Havolani bir kishiga yuboring ({ $role }). Bir marta, uch kun ishlaydi:
    { $url }
invite-no-bot = Bu rol uchun hali bot yoʻq.
alert-line = { $alert } · { $time }
alert-order = Buyurtma { $code } · { $branch }
alert-courier = 🛵 { $name }
alert-ring = { $ring }-jiringlash
alert-taken-by = ✅ { $alert } — { $name }
alert-solved = ✅ { $alert } — hal boʻldi
alert-yours = Sizniki.
chat-from-a-courier = { $name }, kuryer
day-summary = <b>{ $branch } · { $day }</b>
    Buyurtmalar: { $placed } · yetkazildi: { $delivered } · yoʻqotildi: { $lost } · kech: { $late }
    Savdo: { $sales } · mediana: { $minutes } daq
group-connected = Endi signallar shu guruhda ham jiringlaydi.
group-private = Bunda ismlar va manzillar koʻrinadi, shuning uchun faqat shaxsiy chatda ishlaydi.
button-open-private = 🔐 Shaxsiy chatda ochish
command-quiet = Tinch soatlar
button-quiet = 🌙 Tinch soatlar
button-quiet-off = 🔔 Tinch soatlarsiz
quiet-on = 🌙 Tinch soatlaringiz: <b>{ $hours }</b>.
quiet-off = Sizda tinch soatlar yoʻq.
quiet-how = Tinch soatlarda xabarlar ovozsiz keladi. Signallar avval uygʻoqlarga, boshqa hech kim javob bermasa, sizga ovoz bilan keladi. Tanlang yoki yozing: /quiet 22:30-07:00

## Bots: files and receipts, which the API writes

file-order-code = Buyurtma
file-order-placed = Berilgan
file-order-branch = Filial
file-order-status = Holat
file-order-fulfilment = Olish
file-order-payment = Toʻlov
file-order-customer = Mijoz
file-order-phone = Telefon
file-order-courier = Kuryer
file-order-promised = Vaʼda qilingan
file-order-closed = Yopilgan
file-order-subtotal = Taomlar
file-order-fee = Yetkazish
file-order-total = Jami
file-order-currency = Valyuta
receipt-order = Buyurtma
receipt-placed = Berilgan
receipt-state = Holat
receipt-for = Kim uchun
receipt-subtotal = Taomlar
receipt-fee = Yetkazish
receipt-total = Jami

## Mini-apps: everywhere

ui-loading = Yuklanmoqda
ui-back = Orqaga
ui-close = Yopish
ui-cancel = Bekor qilish
ui-try-again = Qayta urinish
ui-nothing-here = Bu yerda hozircha hech narsa yoʻq.
ui-offline = Aloqa yoʻq. Maʼlumotlar eskirgan boʻlishi mumkin.
ui-failed = Bu safar boʻlmadi. Bir daqiqadan soʻng urinib koʻring.
ui-open-in-telegram = Bu sahifani Telegramdagi bot orqali oching.
ui-title-courier = Kuryer
ui-title-dispatch = Dispetcherlik
ui-title-admin = Boshqaruv
ui-title-track = Buyurtmangiz

## Mini-app courier: the shift, offers, trips and pay

road-tabs = Ilova boʻlimlari
road-tab-work = Smena
road-tab-trip = Reys
road-tab-day = Kunim
road-doors-left = Qolgan manzillar: { $count }
road-waits = Dispetcher arizangizni koʻrib chiqadi. Chatda xabar beramiz.
road-stranger = Bu yerda kuryerlar ishlaydi. Ariza berish uchun botga /start yuboring.
road-hello = Salom, { $name }!
road-sos = SOS
road-shift-online = Smenada
road-shift-on-break = Tanaffusda
road-shift-offline = Smenada emas
road-since = { $time } dan beri
road-begin = Smenani boshlash
road-go-on = Ishni davom ettirish
road-break = Tanaffus
road-end = Smenani tugatish
road-end-question = Smenani tugatasizmi? Takliflar kelmay qoladi.
road-offline-hint = Takliflar faqat smena paytida keladi. Joylashuvingiz ham faqat shunda yuboriladi.
road-open-trip = Reysga · { $code }
road-position-none = Joyingiz aniqlanmoqda
road-position-fresh = Koʻrinyapsiz
road-position-old = { $age } oldin koʻrindi
road-position-lost = { $age } dan beri koʻrinmaysiz
road-place-not-asked = Qayerda ekaningizni hali koʻra olmaymiz, shuning uchun taklif kelmaydi.
road-place-denied = Telefon joylashuvingizni koʻrsatmayapti, shuning uchun taklif kelmaydi.
road-place-unavailable = Telefon oʻz joyini aniqlay olmayapti. Tashqariga chiqing yoki chatda jonli joylashuvni ulashing.
road-place-fix = Tuzatish
road-place-in-queue = Boʻsh { $free } kuryerdan { $place }-sisiz
road-waiting-orders = Kuryer kutayotgan buyurtmalar: { $count }
road-place-title = Oʻrnim va sababi
road-no-obstacle = Taklif olishingizga hech narsa toʻsqinlik qilmayapti.
road-standing = Hozir
road-free-couriers = Boʻsh kuryerlar
road-waited-longer = Sizdan koʻp kutganlar
road-free-since = Boʻsh vaqt boshi
road-orders-waiting = Kuryersiz buyurtmalar
road-place-how = Avval yaqin, boʻsh va koʻproq kutgan kuryerdan soʻraladi. Baholar va qabul qilingan takliflar ham hisobga olinadi.
road-rounds = Oxirgi qarorlar
road-rounds-none = Siz kelganingizdan beri buyurtma taqsimlanmadi.
road-rank = { $of } dan { $rank }-oʻrin
road-was-asked = sizdan soʻraldi
road-obstacle-not-approved = Hali tasdiqlanmagan
road-obstacle-offline = Smenada emas
road-obstacle-on-break = Tanaffusda
road-obstacle-no-position = Qayerda ekaningiz koʻrinmayapti
road-obstacle-position-old = Joylashuvingiz eskirgan
road-obstacle-full = Sumkangiz toʻla
road-obstacle-cash-limit = Qoʻlda naqd pul koʻp
road-obstacle-offer-open = Javob berilmagan taklif bor
road-remedy-not-approved = Dispetcher hal qiladi. Unga yozing.
road-remedy-offline = Smenani boshlang.
road-remedy-on-break = Ishni davom ettiring.
road-remedy-no-position = Joylashuvga ruxsat bering yoki chatda ulashing.
road-remedy-position-old = Ilovani ochiq tuting yoki chatda jonli joylashuvni ulashing.
road-remedy-full = Avval olganingizni yetkazing.
road-remedy-cash-limit = Naqd pulni filialga topshiring.
road-remedy-offer-open = Avval javob bering.
road-reason-pickupmetres = oshxonagacha
road-reason-freeseconds = kutdingiz
road-reason-freeinseconds = boʻshaysiz
road-reason-points = ball
road-reason-rating = baho
road-reason-acceptance = qabul
road-reason-load = boʻsh joy
road-live-title = Choʻntakda ham koʻrinib turing
road-live-how = Yopiq ilova hech narsa yubormaydi. Chatda ham ulashing: 📎 → Joylashuv → Jonli joylashuv → 8 soat.
road-live-open = Chatni ochish
road-live-done = Tayyor
road-allow-title = Boshlashdan oldin
road-allow-why = Joylashuvingiz
road-allow-why-more = Eng yaqin kuryerdan soʻrash va mijoz kelayotganingizni koʻrishi uchun.
road-allow-when = Faqat smenada
road-allow-when-more = Yuborish smena bilan va ilova yopilganda tugaydi.
road-allow-who = Faqat keraklilarga
road-allow-who-more = Dispetcherlar, mijoz esa buyurtmasini olib ketayotganingizda.
road-allow-sound = Takliflar uchun ovoz
road-allow-sound-more = Ovozni oʻchirmang: taklif bir daqiqadan kam kutadi.
road-allow = Ruxsat berish va boshlash
road-allow-refused = Telefonga joylashuvni ulashish taqiqlangan. Sozlamalarda ruxsat bering va qayting.
road-allow-settings = Sozlamalarni ochish
road-offer = Taklif
road-offer-way = Butun yoʻl { $way }
road-offer-door = Eshikkacha { $way }
road-offer-next = Keyingisi oʻzi keladi.
road-offer-map = Reys xaritasi
road-items = narsalar: { $count }
road-collect-amount = Naqd olish: { $amount }
road-seconds-left = Qolgan soniya: { $count }
road-accept = Qabul qilish
road-decline = Rad etish
road-decline-why = Nega yoʻq?
road-why = Sababi
road-why-exclusive = Nega siz: eng qulay joydasiz, { $way }.
road-why-wave = Bir necha kuryerdan soʻralyapti. Masofa { $way }.
road-why-everyone = Yaqindagi hammadan soʻralyapti. Masofa { $way }.
road-why-manual = Sizni dispetcher tanladi. Masofa { $way }.
road-trip-title = Reys · { $pay }
road-trip-none = Hozir reys yoʻq. Takliflar smenada keladi.
road-fetch = Olib ketish
road-bring = Yetkazish
road-customer = Mijoz
road-landmark = Moʻljal: { $landmark }
road-voice = Eshikni qanday topish
road-ready = Tayyor
road-ready-at = tayyor { $time }
road-promised = { $time } gacha
road-navigate = Yoʻl
road-map-app = Xarita
road-map-app-choose = Qaysi xarita?
road-call = Qoʻngʻiroq
road-chat = Chat
road-arrive-pickup = Oshxonadaman
road-arrive-dropoff = Eshik oldidaman
road-pick-up = Olib ketdim
road-hand-over = Topshirish
road-hand-over-title = Topshirish { $code }
road-release = Olib keta olmayman
road-release-hint = { $code } buyurtmasi boshqa kuryerga beriladi.
road-release-send = Qaytarish
road-fail = Topshirib boʻlmadi
road-fail-hint = Avval mijozga qoʻngʻiroq qiling. { $code } buyurtmasini oshxonaga qaytaring.
road-fail-send = Topshirilmadi
road-bag = Sumkada: { $all } dan { $done }
road-bag-missing = Belgilanmagan: { $count }. Hammasi sumkadami?
road-paid = Toʻlangan. Pul olmang.
road-collect = Olish
road-change-from = { $note } dan qaytim
road-all-stops = Barcha manzillar
road-stop-pickup = olish
road-stop-dropoff = yetkazish
road-delivery-gone = Bu buyurtma endi reysingizda emas.
road-hand-over-kept = Telefonda saqlandi. Tarmoq paydo boʻlishi bilan oʻzi yuboriladi.
road-pin-ask = Toʻrtta raqamni soʻrang
road-pin-typed = Kiritilgan raqamlar: { $count }
road-pin-rub = Oxirgi raqamni oʻchirish
road-pin-instead = PIN kiritish
road-photo-instead = Rasm bilan
road-tries-left = Qolgan urinishlar: { $count }.
road-photo-take = Rasmga olish
road-photo-again = Qayta olish
road-photo-how = Sumka va eshik koʻrinsin. Odamlar yuzisiz.
road-photo-alt = Topshirish rasmi
road-photo-send = Shu rasm bilan topshirish
road-earned = Bugungi daromad
road-with-tips = shundan choychaqa { $tips }
road-guarantee = Kunlik kafolat
road-guarantee-below = Bugun kamida { $amount }
road-guarantee-reached = Kafolatdan koʻp: { $amount }
road-deliveries = yetkazildi
road-distance = yoʻl
road-hours = smenada
road-hours-minutes = { $hours } soat { $minutes } daq
road-cash = Naqd pul
road-cash-in-hand = Qoʻlda
road-cash-limit = Topshirish chegarasi
road-failed = Topshirilmagan
road-offers = Bugungi takliflar
road-offers-none = Bugun hali taklif boʻlmadi.
road-history = Oldingi kunlar
road-history-none = Bu yerda yetkazganlaringiz turadi.
road-days = Oxirgi oy
road-deliveries-count = yetkazildi: { $count }
road-last-deliveries = Oxirgi yetkazishlar
road-chat-about = Chat · { $code }
road-chat-with = Kimga
road-chat-customer = Mijoz
road-chat-staff = Doʻkon
road-chat-none = Hali yozishma yoʻq. Raqamlar koʻrinmaydi.
road-chat-media = Rasm yoki ovoz: bot chatiga qarang
road-chat-write = Xabar
road-chat-send = Yuborish
road-phrase-here = Yetib keldim
road-phrase-soon = 5 daqiqada
road-phrase-gate = Iltimos, darvozani oching
road-phrase-call = Hozir qoʻngʻiroq qilaman
road-unsent = Tarmoq kutilmoqda
road-unsent-title = Hali yuborilmagan
road-unsent-count = Yuborilmagan: { $count }
road-unsent-none = Hammasi yuborilgan.
road-unsent-hint = Telefonda saqlanadi va tartib bilan, har biri bir marta yuboriladi.
road-refused-some = Nimadir rad etildi
road-send-now = Hozir yuborish
road-positions-waiting = Yuborilmagan nuqtalar: { $count }
road-tries = Urinishlar: { $count }
road-understood = Tushunarli
road-did-go-online = Smenani boshlash
road-did-take-break = Tanaffus
road-did-go-offline = Smenani tugatish
road-did-arrive = Yetib keldim
road-did-pick-up = Olib ketdim
road-did-hand-over-pin = PIN bilan topshirish
road-did-hand-over-photo = Rasm bilan topshirish
road-did-fail = Topshirilmadi
road-did-release = Qaytarildi
road-did-write = Xabar
road-did-panic = Yordam chaqirish
road-panic-title = Yordam
road-panic-ask = Xavfdamisiz yoki jarohatlandingizmi? Barcha dispetcherlar chaqiriladi va joyingizni oladi.
road-panic-call = Yordam chaqirish
road-panic-sending = Chaqiruv yuborilmoqda. Tarmoq yoʻqmi? 112 ga qoʻngʻiroq qiling.
road-panic-called = Dispetcherlar chaqirilmoqda. Xavfsiz joyda turing.
road-panic-112 = 112 ga qoʻngʻiroq
road-panic-write = Doʻkonga yozish
road-leave-question = Chiqasizmi? Tanlaganingiz yuborilmagan.
road-leave-yes = Chiqish
road-leave-no = Qolish

## Mini-app dispatch: the board

## Mini-app admin: the business

admin-sections = Boʻlimlar
admin-section-orders = Buyurtmalar
admin-section-menu = Menyu
admin-section-branches = Filiallar
admin-section-zones = Hududlar
admin-section-people = Odamlar
admin-section-couriers = Kuryerlar
admin-section-reports = Hisobotlar
admin-section-audit = Oʻzgarishlar
admin-section-settings = Sozlamalar
admin-section-more = Yana
admin-leave-question = Kiritilgani saqlanmagan. Baribir chiqasizmi?
admin-leave-yes = Chiqish
admin-leave-no = Qolish

## Mini-app track: where the order is
