## What went wrong and what to do next

refusal-unknown = Bizda nosozlik yuz berdi. Bir daqiqadan keyin qayta urinib koʻring.
refusal-request-malformed = Soʻrovni oʻqib boʻlmadi. Orqaga qaytib, qayta urinib koʻring.
refusal-request-invalid = Nimadir notoʻgʻri kiritilgan. Tekshirib, qayta urinib koʻring.
refusal-request-too-large = Bir martada juda koʻp. Kamroq yuboring.
refusal-request-not-found = Bu yerda hech narsa yoʻq. Orqaga qaytib, qayta tanlang.
refusal-request-too-many = Juda tez-tez. Bir necha soniya kutib, qayta urinib koʻring.
refusal-request-busy = Hozir juda bandmiz. Bir daqiqadan keyin urinib koʻring.
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
refusal-branch-not-found = Bu filial endi yoʻq. Boshqasini tanlang.
refusal-branch-closed = Bu vaqtda filial yopiq. Boshqa vaqt yoki boshqa filialni tanlang.
refusal-branch-paused = Filial vaqtincha buyurtma olmayapti. Keyinroq urinib koʻring yoki boshqasini tanlang.
refusal-branch-pickup-not-offered = Bu yerdan olib ketib boʻlmaydi. Yetkazib berishni tanlang.
refusal-zone-outside = Bu joyga yetkazib bermaymiz. Boshqa manzil tanlang.
refusal-zone-paused = Bu hududga yetkazib berish toʻxtatilgan. Keyinroq urinib koʻring yoki boshqa manzil tanlang.
refusal-quote-changed = Narx oʻzgardi. Yangi summani koʻrib, qayta tasdiqlang.
refusal-quote-below-minimum = Buyurtma bu manzil uchun eng kam summadan kam. Yana biror narsa qoʻshing.
refusal-cart-empty = Savat boʻsh. Menyudan biror narsa tanlang.
refusal-cart-other-branch = Savatda boshqa filial taomlari bor. Avval uni boʻshating yoki ularga buyurtma bering.
refusal-address-not-found = Bunday manzil yoʻq. Boshqasini tanlang yoki qaytadan qoʻshing.
refusal-zone-not-found = Bunday hudud yoʻq. Boshqasini tanlang.
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
refusal-position-invalid = Joylashuv notoʻgʻri. Geolokatsiyani qayta yuboring.
refusal-position-stale = Bu joylashuv oxirgisidan eski. Geolokatsiya ulashishni davom eting.
refusal-alert-not-found = Bunday ogohlantirish yoʻq. Ogohlantirishlar roʻyxatini oching.
refusal-alert-already-acknowledged = Uni boshqasi qabul qildi. Sizdan hech narsa talab qilinmaydi.
refusal-notification-not-found = Bunday bildirishnoma yoʻq. Kiruvchilarni oching.
refusal-notification-lease-lost = Bu bildirishnomani boshqa jarayon oldi. Qaytadan soʻrang.
refusal-update-not-found = Bu yangilanish yozilmagan. Avval uni yozing.
refusal-rating-not-allowed = Buni baholab boʻlmaydi. Buyurtma yetib kelgach baholang.
refusal-rating-already-given = Siz bu buyurtmani baholagansiz. Rahmat.
refusal-media-type-not-allowed = Bunday fayl qabul qilinmaydi. Surat yuboring.
refusal-media-too-large = Fayl juda katta. Kichikrogʻini yuboring.
refusal-media-not-found = Fayl yoʻq. Uni qayta yuboring.
refusal-member-not-found = Bunday odam bu yerda yoʻq. Odamlar roʻyxatini oching.
refusal-member-last-owner = Bu oxirgi ega. Avval boshqa egani tayinlang.
refusal-invitation-not-found = Bunday taklif yoʻq. Yangi havola soʻrang.
refusal-invitation-over = Taklif ishlatilgan yoki muddati tugagan. Yangi havola soʻrang.
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
