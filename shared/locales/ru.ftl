## What went wrong and what to do next

refusal-unknown = У нас что-то сломалось. Попробуйте ещё раз через минуту.
refusal-request-malformed = Не удалось прочитать запрос. Вернитесь назад и попробуйте ещё раз.
refusal-request-invalid = Что-то заполнено неверно. Проверьте и попробуйте ещё раз.
refusal-request-too-large = Слишком много за один раз. Отправьте меньше.
refusal-request-not-found = Здесь ничего нет. Вернитесь назад и выберите снова.
refusal-request-too-many = Слишком часто. Подождите несколько секунд и попробуйте ещё раз.
refusal-request-busy = Сейчас слишком много запросов. Попробуйте через минуту.
refusal-request-outdated = Пока это было открыто, кто-то другой внёс изменения. Посмотрите новую версию и измените снова.
refusal-request-key-missing = Приложение отправило неполный запрос. Откройте его заново и повторите.
refusal-request-key-reused = Это уже отправлено с другим содержимым. Начните заново.
refusal-auth-missing = Вы не вошли. Откройте приложение из бота.
refusal-auth-init-data-invalid = Telegram не подтвердил, кто вы. Откройте приложение из бота заново.
refusal-auth-init-data-expired = Страница открыта слишком давно. Откройте её из бота заново.
refusal-auth-token-invalid = Вход недействителен. Откройте приложение из бота заново.
refusal-auth-token-expired = Время входа истекло. Откройте приложение из бота заново.
refusal-auth-refresh-reused = Мы завершили вход ради вашей безопасности. Откройте приложение из бота заново.
refusal-auth-signed-out = Вы вышли. Откройте приложение из бота заново.
refusal-auth-suspended = Ваш доступ приостановлен. Напишите менеджеру.
refusal-auth-not-allowed = Вам это недоступно. Если нужно, спросите менеджера.
refusal-bot-not-found = Этот бот здесь не работает. Попросите новую ссылку.
refusal-bot-already-known = Этот бот уже где-то работает. Создайте нового через BotFather.
refusal-bot-token-refused = Telegram не знает этот токен. Скопируйте его заново у @BotFather.
refusal-bot-token-of-another = Это токен другого бота. Скопируйте токен этого бота у @BotFather.
refusal-branch-not-found = Этого филиала больше нет. Выберите другой.
refusal-branch-closed = В это время филиал закрыт. Выберите другое время или другой филиал.
refusal-branch-paused = Филиал временно не принимает заказы. Попробуйте позже или выберите другой.
refusal-branch-pickup-not-offered = Здесь нельзя забрать заказ самому. Выберите доставку.
refusal-branch-has-orders = Здесь ещё есть открытые заказы. Сначала завершите их.
refusal-zone-outside = Сюда мы не доставляем. Выберите другой адрес.
refusal-zone-paused = Доставка в этот район приостановлена. Попробуйте позже или выберите другой адрес.
refusal-quote-changed = Цена изменилась. Посмотрите новую сумму и подтвердите ещё раз.
refusal-quote-below-minimum = Заказ меньше минимального для этого адреса. Добавьте что-нибудь.
refusal-cart-empty = Корзина пуста. Выберите что-нибудь в меню.
refusal-cart-other-branch = В корзине блюда другого филиала. Очистите её или закажите сначала их.
refusal-address-not-found = Такого адреса нет. Выберите другой или добавьте его снова.
refusal-zone-not-found = Такой зоны нет. Выберите другую.
refusal-zone-crosses-itself = Граница зоны пересекает сама себя. Раздвиньте её углы.
refusal-brand-not-found = Такого бренда нет. Выберите другой.
refusal-category-not-found = Этой категории больше нет. Выберите другую.
refusal-category-not-empty = В этой категории ещё есть блюда. Сначала перенесите их или уберите из меню.
refusal-menu-price-below-zero = Цена стала бы меньше нуля. Уменьшите скидку.
refusal-item-not-found = Этого больше нет в меню. Выберите другое.
refusal-item-unavailable = Сейчас этого нет. Выберите другое.
refusal-item-out-of-stock = Столько не осталось. Возьмите меньше или выберите другое.
refusal-modifier-not-found = Такого варианта больше нет. Выберите снова.
refusal-modifier-unavailable = Этот вариант закончился. Выберите другой.
refusal-modifier-choice-count = Выбрано слишком мало или слишком много вариантов. Откройте блюдо и выберите снова.
refusal-modifier-combination-not-sold = Эти варианты вместе не продаются. Выберите другие.
refusal-order-not-found = Такого заказа нет. Откройте список заказов.
refusal-order-action-not-allowed = Заказ уже в другом статусе, это больше нельзя сделать. Посмотрите его статус.
refusal-order-schedule-out-of-range = К этому времени не получится. Выберите другое время.
refusal-order-payment-pending = Заказ ждёт оплаты. Сначала оплатите счёт.
refusal-payment-not-offered = Так здесь оплатить нельзя. Выберите другой способ.
refusal-payment-change-too-small = Это меньше суммы заказа. Укажите купюру крупнее.
refusal-payment-refund-too-large = Это больше, чем можно вернуть. Введите меньшую сумму.
refusal-delivery-not-found = Такой доставки нет. Откройте список.
refusal-delivery-action-not-allowed = Доставка уже в другом статусе, это больше нельзя сделать. Посмотрите её статус.
refusal-delivery-already-taken = Её уже везёт другой курьер. Посмотрите на доску.
refusal-delivery-pin-wrong = PIN неверный. Попросите клиента прочитать его ещё раз.
refusal-delivery-pin-locked = Слишком много неверных PIN. Диспетчер уже знает: подождите или сделайте фото.
refusal-delivery-proof-missing = Вручение ещё ничем не подтверждено. Спросите PIN или сделайте фото.
refusal-offer-not-found = Такого предложения нет. Ждите следующего.
refusal-offer-already-taken = Уже взял другой курьер. Ждите следующего.
refusal-offer-expired = Время этого предложения вышло. Ждите следующего.
refusal-offer-closed = Предложение отозвано. Ждите следующего.
refusal-courier-not-found = Такого курьера нет. Выберите другого.
refusal-courier-not-online = Курьер не на линии. Выйдите на линию или выберите другого.
refusal-courier-not-approved = Диспетчер вас ещё не одобрил. Подождите или напишите ему.
refusal-courier-busy = Ещё есть заказ в пути. Сначала завершите его.
refusal-courier-full = Курьер больше не увезёт. Выберите другого.
refusal-courier-cash-limit = Слишком много наличных на руках. Сначала сдайте их в филиале.
refusal-courier-none-free = Сейчас никто другой не может его взять. Позвоните кому-нибудь или спросите всех.
refusal-position-invalid = Координаты неверны. Поделитесь геопозицией ещё раз.
refusal-position-stale = Эта геопозиция старее последней. Продолжайте делиться геопозицией.
refusal-alert-not-found = Такой тревоги нет. Откройте список тревог.
refusal-alert-already-acknowledged = Её уже принял другой. Вам ничего делать не нужно.
refusal-notification-not-found = Такого уведомления нет. Откройте входящие.
refusal-notification-lease-lost = Это уведомление забрал другой процесс. Запросите заново.
refusal-update-not-found = Это обновление не записано. Сначала запишите его.
refusal-rating-not-allowed = Это нельзя оценить. Оцените заказ, когда он будет доставлен.
refusal-rating-already-given = Вы уже оценили этот заказ. Спасибо.
refusal-import-encoding-unknown = Буквы в этом файле не читаются. Сохраните его как «CSV UTF-8» и выберите снова.
refusal-import-columns-missing = В первой строке нет названий столбцов. Нужны хотя бы category, name_en и price.
refusal-import-empty = В этом файле нет строк. Выберите другой.
refusal-import-quote-open = В файле не закрыта кавычка. Сохраните его в CSV ещё раз и выберите снова.
refusal-import-too-long = В файле больше 100 000 строк. Разделите его и загрузите по частям.
refusal-import-plan-changed = Меню изменилось после просмотра. Посмотрите снова и подтвердите ещё раз.
refusal-download-not-found = Ссылка больше не действует. Вернитесь в приложение и скачайте снова.
refusal-media-type-not-allowed = Такой файл не подходит. Отправьте фото.
refusal-media-too-large = Файл слишком большой. Отправьте поменьше.
refusal-media-not-found = Файла нет. Отправьте его ещё раз.
refusal-member-not-found = Такого человека здесь нет. Откройте список людей.
refusal-member-last-owner = Это последний владелец. Сначала назначьте другого владельца.
refusal-invitation-not-found = Такого приглашения нет. Попросите новую ссылку.
refusal-invitation-over = Приглашение уже использовано или истекло. Попросите новую ссылку.
refusal-chat-closed = Здесь больше никто не ответит. Напишите в магазин.
refusal-realtime-topic-not-allowed = Вам это недоступно. Откройте свои заказы.

## Statuses of an order

order-status-awaiting-payment = Ждёт оплаты
order-status-placed = Оформлен
order-status-confirmed = Принят
order-status-preparing = Готовится
order-status-ready = Готов
order-status-picked-up = В пути
order-status-delivered = Доставлен
order-status-rejected = Не принят
order-status-cancelled = Отменён
order-status-expired = Не оплачен вовремя
order-status-failed = Не удалось вручить
order-status-returned = Возвращён в филиал

## What can be done with an order

order-action-pay = Оплатить
order-action-expire = Истечь
order-action-confirm = Принять
order-action-reject = Не принимать
order-action-start-preparing = Начать готовить
order-action-mark-ready = Готов
order-action-pick-up = Забран
order-action-hand-over = Вручён
order-action-collect = Клиент забрал
order-action-fail = Не удалось вручить
order-action-return = Вернулся в филиал
order-action-cancel = Отменить заказ
order-action-call-off = Снять заказ

## Statuses of a delivery

delivery-status-waiting = Ждёт курьера
delivery-status-offered = Предложена курьерам
delivery-status-assigned = Курьер едет в филиал
delivery-status-at-pickup = Курьер в филиале
delivery-status-picked-up = Едет к клиенту
delivery-status-at-dropoff = Курьер у двери
delivery-status-delivered = Доставлена
delivery-status-cancelled = Отменена
delivery-status-failed = Не удалось вручить

## What can be done with a delivery

delivery-action-offer = Предложить курьерам
delivery-action-lapse = Никто не взял
delivery-action-withdraw = Отозвать предложения
delivery-action-accept = Принять
delivery-action-assign = Назначить
delivery-action-reassign = Передать другому курьеру
delivery-action-release = Отказаться от доставки
delivery-action-arrive-pickup = Я в филиале
delivery-action-pick-up = Забрал
delivery-action-take-over = Передать груз другому курьеру
delivery-action-arrive-dropoff = Я у двери
delivery-action-hand-over = Вручил
delivery-action-fail = Не удалось вручить
delivery-action-cancel = Отменить

## Why the kitchen does not accept

reject-reason-too-busy = Слишком много заказов
reject-reason-out-of-stock = Что-то закончилось
reject-reason-closing = Мы закрываемся
reject-reason-cannot-reach-address = Не можем доехать до адреса
reject-reason-suspicious = Похоже на шутку
reject-reason-other = Другая причина

## Why a customer cancels

cancel-reason-changed-mind = Передумал
cancel-reason-ordered-by-mistake = Заказ по ошибке
cancel-reason-too-slow = Слишком долго
cancel-reason-wrong-address = Неверный адрес
cancel-reason-other = Другая причина

## Why staff calls an order off

call-off-reason-customer-asked = Попросил клиент
call-off-reason-out-of-stock = Что-то закончилось
call-off-reason-no-courier = Нет курьера
call-off-reason-kitchen-problem = Проблема на кухне
call-off-reason-payment-problem = Проблема с оплатой
call-off-reason-not-collected = Не забрали
call-off-reason-suspicious = Похоже на шутку
call-off-reason-other = Другая причина

## Why it could not be handed over

fail-reason-customer-unreachable = Клиент не отвечает
fail-reason-wrong-address = Неверный адрес
fail-reason-customer-refused = Клиент отказался
fail-reason-customer-cannot-pay = Клиент не может оплатить
fail-reason-damaged = Заказ повреждён
fail-reason-unsafe = Там небезопасно
fail-reason-other = Другая причина

## Why a courier declines

decline-reason-too-far = Слишком далеко
decline-reason-low-pay = Мало платят
decline-reason-busy = Сейчас занят
decline-reason-vehicle-problem = Проблема с транспортом
decline-reason-too-big = Не увезу, слишком большой
decline-reason-unsafe-area = Небезопасный район
decline-reason-ending-shift = Заканчиваю смену
decline-reason-other = Другая причина

## Why a delivery lost its courier

release-reason-vehicle-problem = Проблема с транспортом
release-reason-accident = Авария
release-reason-cannot-reach-branch = Не могу доехать до филиала
release-reason-kitchen-too-slow = Кухня готовит слишком долго
release-reason-better-courier = Другой курьер ближе
release-reason-gone-silent = Нет свежей геопозиции
release-reason-went-offline = Курьер ушёл с линии
release-reason-other = Другая причина

## Offers

offer-status-live = Ждёт вашего ответа
offer-status-accepted = Ваш заказ
offer-status-declined = Вы отказались
offer-status-expired = Время вышло
offer-status-lost = Взял другой курьер
offer-status-withdrawn = Отозвано

## Payment and fulfilment

payment-method-cash = Наличными
payment-method-invoice = Картой в Telegram
payment-state-unpaid = Не оплачен
payment-state-paid = Оплачен
payment-state-partially-refunded = Возвращён частично
payment-state-refunded = Деньги возвращены
payment-state-void = Платить не нужно
fulfilment-delivery = Доставка
fulfilment-pickup = Заберу сам
proof-kind-pin = PIN
proof-kind-photo = Фото
proof-kind-staff = Со слов диспетчера

## Alerts

alert-order-unconfirmed = Новый заказ
alert-order-late = Заказ опаздывает
alert-delivery-unclaimed = Никто из курьеров не берёт заказ
alert-courier-silent = Курьер с заказом пропал со связи
alert-courier-panic = Курьер просит о помощи
alert-pin-locked = PIN введён неверно слишком много раз
alert-payment-trouble = Проблема с оплатой
alert-customer-unreachable = Клиент заблокировал бота
alert-state-ringing = Звонит
alert-state-acknowledged = Принята
alert-state-resolved = Решилась сама
alert-level-on-shift-dispatchers = Диспетчеры на смене
alert-level-all-dispatchers = Все диспетчеры
alert-level-managers = Менеджеры
alert-level-owner = Владелец

## People

role-customer = Клиент
role-courier = Курьер
role-kitchen = Кухня
role-dispatcher = Диспетчер
role-manager = Менеджер
role-owner = Владелец
role-system = Автоматически
courier-state-offline = Не на линии
courier-state-online = На линии
courier-state-on-break = На перерыве
courier-status-pending = Ждёт одобрения
courier-status-active = Работает
courier-status-suspended = Приостановлен
vehicle-motorcycle = Мотоцикл
vehicle-car = Машина
vehicle-bicycle = Велосипед
vehicle-walker = Пешком

## Bots: figures

format-money = { $amount } { $currency }
currency-uzs = сум
currency-kzt = ₸
currency-rub = ₽
currency-usd = $
currency-eur = €
format-metres = { $metres } м
format-kilometres = { $kilometres } км

## Bots: common

button-old = Эта кнопка устарела. Отправьте /start.
not-understood = Не понял. /help — что я умею.
cancelled = Остановлено. /start — что ещё есть.
link-wrong = Эта ссылка никуда не ведёт. Выберите здесь:
question-text-wanted = Напишите это текстом или отправьте /cancel.
question-text-too-long = Напишите от 1 до { $max } символов.
language-name = Русский
language-choose = Выберите язык:
language-chosen = Теперь я говорю с вами по-русски.
button-skip = Пропустить
button-back = ‹ Назад
button-home = 🏠 В начало
button-language = 🌐 Язык
button-answer = ↩️ Ответить
command-start = Начало
command-cart = Моя корзина
command-orders = Заказы
command-addresses = Мои адреса
command-language = Язык
command-help = Помощь
command-cancel = Прервать
command-privacy = Удалить мои данные
command-support = Написать в магазин

## Bots: customer

help-customer = Заказать — /start. Напишите название блюда, чтобы найти его. /cart, /orders, /addresses, /language, /privacy. /cancel прерывает вопрос.
customer-greeting = Здравствуйте, { $name }! Это <b>{ $shop }</b>. Чего желаете?
button-order = 🍽 Заказать
button-my-orders = 🧾 Мои заказы
button-my-addresses = 📍 Мои адреса
button-favourites = ❤️ Избранное
button-write-shop = 💬 Написать в магазин
button-write-courier = 💬 Написать курьеру
address-choose = Куда привезти?
address-ask-place = Куда привезти? Отправьте точку кнопкой ниже или напишите адрес.
address-ask-point = Теперь точка на карте: кнопка ниже или 📎 → Геопозиция.
address-ask-text = Улица, дом и квартира?
address-ask-landmark = Ориентир для курьера? Напишите или скажите голосовым сообщением.
address-nowhere = Телефон не знает, где он. Выберите точку на карте: 📎 → Геопозиция.
addresses-mine = Ваши адреса. Нажмите, чтобы удалить:
addresses-none = Сохранённых адресов пока нет.
button-send-location = 📍 Отправить геопозицию
button-new-address = ➕ Новый адрес
button-collect = 🏃 Заберу сам
branches-delivering = Сюда доставляют:
branches-collecting = Откуда заберёте?
branches-none = Туда пока никто не доставляет. Другой адрес?
branch-terms = { $name } · { $fee } · { $minutes } мин
branch-closed = 🌙 { $name } · сейчас закрыто
menu-title = <b>{ $name }</b>
    Выберите раздел или напишите, чего хотите.
menu-title-closed = <b>{ $name }</b> сейчас закрыт. Меню можно посмотреть.
menu-category = { $name }
dish-price = { $name } · { $amount }
dish-sold-out = ✖️ { $name } · закончилось
dish-not-now = Сейчас нет.
dish-left = Осталось: { $count }.
dish-options-up-to = { $name }: до { $max }
dish-options-between = { $name }: от { $min } до { $max }
dish-added = В корзине.
button-add = В корзину · { $amount }
button-like = ❤️
button-menu = 🍽 Меню
button-cart = 🛒 Корзина: { $count } · { $amount }
button-see-cart = 🛒 Открыть корзину
cart-title = <b>Ваша корзина</b>
cart-empty = Корзина пуста.
cart-line-gone = сейчас нет
cart-subtotal = Блюда: { $amount }
cart-other-branch = В корзине блюда другого заведения. Начать новую корзину?
button-replace-cart = Новая корзина
button-keep-cart = Оставить старую
button-checkout = ✅ Оформить заказ
button-empty-cart = 🗑 Очистить
button-back-to-cart = ‹ Корзина
phone-ask = Курьеру может понадобиться позвонить. Отправьте номер кнопкой ниже.
phone-not-yours = Это чужой номер. Отправьте свой кнопкой ниже.
phone-saved = Спасибо, номер сохранён.
button-send-phone = 📞 Отправить номер
checkout-title = <b>{ $branch }</b>
checkout-to = Куда: { $address }
checkout-collect = Вы забираете: { $address }
checkout-landmark = Ориентир: { $landmark }
checkout-note = Примечание: { $note }
checkout-change = Сдача вам: { $amount }
button-change-from = с { $amount }
button-note = 📝 Примечание
button-change-address = 📍 Адрес
button-confirm = ✅ Заказать за { $amount }
note-ask = Пожелание кухне или курьеру?
button-when = 🕐 Когда?
button-asap = ⚡ Как можно скорее
when-ask = К какому времени?
when-none = Ни сегодня, ни завтра не получится. Выберите другой филиал.
order-scheduled = 🕐 К { $time }
order-placed = Заказ <b>{ $code }</b> оформлен.
order-title = Заказ <b>{ $code }</b> · { $branch }
order-promise = К { $time }
order-courier = Курьер: { $name }, { $vehicle }
order-pin = PIN для курьера: <code>{ $pin }</code>
order-address = Куда: { $address }
order-reason = Причина: { $reason }
order-fee = Доставка: { $amount }
order-total = <b>Итого: { $amount }</b> · { $method }
order-change-from = Сдача с { $amount }
order-refunded = Возвращаем { $amount } за заказ { $code }.
order-card-awaiting-payment = 💳 Ждём оплату
order-card-placed = 🕐 Ждём кухню
order-card-confirmed = 👍 Кухня приняла
order-card-preparing = 👨‍🍳 Готовится
order-card-ready = 📦 Готово
order-card-picked-up = 🛵 В пути к вам
order-card-delivered = ✅ Доставлено. Приятного аппетита!
order-card-rejected = 🙁 Кухня не может принять
order-card-cancelled = ✖️ Отменён
order-card-expired = ⌛ Не оплачен вовремя
order-card-failed = ⚠️ Не удалось вручить
order-card-returned = ↩️ Вернулся в магазин
order-card-delivery-assigned = 🛵 Курьер едет на кухню
order-card-delivery-at-pickup = 🛵 Курьер на кухне
order-card-delivery-picked-up = 🛵 В пути к вам
order-card-delivery-at-dropoff = 🚪 Курьер у вашей двери
order-news-confirmed = 👍 Кухня приняла ваш заказ { $code }.
order-news-rejected = 🙁 Кухня не может принять ваш заказ { $code }.
order-news-called-off = 🙁 Нам пришлось отменить ваш заказ { $code }.
order-news-on-the-way = 🛵 Ваш заказ { $code } в пути.
order-news-at-the-door = 🚪 Курьер с заказом { $code } у вашей двери.
order-news-later = 🕐 Ваш заказ { $code } задержится. Извините!
order-news-failed = ⚠️ Заказ { $code } не удалось вручить. Напишите нам.
button-cancel-order = ✖️ Отменить заказ
button-rate = ⭐ Оценить
button-order-again = 🔁 Повторить
cancel-ask = Почему отменяете?
cancel-done = Заказ { $code } отменён.
orders-mine = Ваши заказы:
orders-none = Вы ещё ничего не заказывали.
again-done = То же самое в корзине.
again-partly = В корзине то, что ещё есть.
invoice-title = Заказ { $code }
invoice-description = Блюд: { $count }
invoice-closed = Этот счёт закрыт. Откройте заказ, чтобы узнать почему.
rating-ask = Как вам заказ { $code }?
rating-ask-food = Как вам еда?
rating-ask-courier = А курьер { $name }?
rating-thanks = Спасибо!
tip-ask = Чаевые для { $name }?
tip-title = Чаевые для { $name }
button-no-tip = Нет, спасибо
tip-thanks = Спасибо! Курьер получит всё.
search-found = Нашлось по «{ $q }»:
search-nothing = В меню нет «{ $q }».
chat-from-courier = { $name }, ваш курьер
chat-from-shop = { $name } из магазина
chat-from-customer = { $name }, клиент
chat-relayed = 💬 <b>{ $from }</b>:
    { $text }
chat-ask = Напишите сообщение, отправьте фото или голосовое.
chat-sent = Отправлено.
favourites-none = Избранного пока нет: нажмите ❤️ у блюда.
favourites-mine = Ваше избранное:
favourite-added = В избранном.
favourite-removed = Убрано из избранного.
erase-ask = Удалить ваше имя, телефон, адреса и сообщения? Заказы останутся в учёте без имени, как требует закон. Это нельзя отменить.
button-erase = Удалить мои данные
button-keep = Оставить
erase-done = Ваши данные удалены. /start начнёт заново.

## Bots: courier

help-courier = Поделитесь трансляцией геопозиции, чтобы выйти на линию. /offline, /break, /trip, /today, /panic, /language. /cancel прерывает вопрос.
command-online = Выйти на линию
command-break = Перерыв
command-offline = Закончить
command-trip = Моя поездка
command-today = Мой день
command-panic = Позвать на помощь
courier-stranger = Здравствуйте, { $name }! Здесь работают курьеры. Хотите с нами? Выберите транспорт, диспетчер решит.
courier-stranger-short = Здесь работают курьеры. Отправьте /start, чтобы подать заявку.
courier-invited = Добро пожаловать, { $name }! На чём вы ездите?
courier-waits = Диспетчер посмотрит вашу заявку. Мы напишем вам сюда.
courier-admitted = 👍 Вы можете работать с нами. /online — как начать.
courier-suspended = Ваш доступ приостановлен. Напишите диспетчеру.
courier-hello = Здравствуйте, <b>{ $name }</b>!
courier-panel-online = 🟢 Вы на линии. Предложения придут сюда.
courier-panel-on-break = 🟡 Вы на перерыве.
courier-panel-offline = ⚪ Вы не на линии.
button-go-online = 🟢 На линию
button-go-offline = ⚪ Закончить
button-break = 🟡 Перерыв
button-today = 📊 Сегодня
button-panic = 🆘 Помощь
button-panic-yes = 🆘 Позвать на помощь
panic-ask = Позвать диспетчеров? Они увидят вашу последнюю позицию.
panic-called = 🆘 Диспетчеров зовут. Будьте в безопасном месте.
online-how = Чтобы выйти на линию, включите трансляцию геопозиции в этом чате:
    1. 📎 внизу → <b>Геопозиция</b>
    2. <b>Транслировать геопозицию</b>
    3. <b>8 часов</b>
online-not-live = Это только одна точка. Нужна <b>трансляция</b>: 📎 → Геопозиция → Транслировать геопозицию.
share-ended = Трансляция геопозиции закончилась. Предложений скоро не будет. /online — как продолжить.
share-ended-on-trip = ⚠️ У вас заказ, а трансляция закончилась. Включите её снова, иначе диспетчер позвонит: 📎 → Геопозиция.
nag-slow = 📍 Минуту не вижу вашу позицию. Откройте Telegram на секунду.
nag-removed = 📍 Позиция слишком старая, предложений не будет. Включите снова: 📎 → Геопозиция → Транслировать.
nag-back = 📍 Снова вижу ваше местоположение. Заказы продолжаются.
button-how-to-share = Как включить?
offer-title = 🛵 Новый заказ · { $pay }
offer-area = примерно сюда
offer-distance = Весь путь: { $metres }
offer-why-exclusive = Почему вы: вы удобнее всех, { $metres } отсюда.
offer-why-wave = Спрашиваем нескольких. Вы в { $metres }.
offer-why-everyone = Спрашиваем всех рядом. Вы в { $metres }.
offer-why-manual = Вас выбрал диспетчер. Вы в { $metres }.
offer-seconds = ⏱ { $seconds } с на ответ
offer-accepted = ✅ Заказ ваш. Поездка ниже.
offer-declined = Вы отказались.
offer-closed-live = Ещё открыто.
offer-closed-accepted = ✅ Заказ ваш.
offer-closed-declined = Вы отказались.
offer-closed-expired = ⌛ Время этого предложения вышло.
offer-closed-lost = Взял другой курьер.
offer-closed-withdrawn = Это предложение отозвано.
button-accept = ✅ Взять
button-decline = ✖️ Отказаться
trip-title = 🛵 Ваша поездка · осталось точек: { $left } · { $pay }
trip-fetch = Заберите заказ { $code }
trip-bring = Отвезите заказ { $code }: { $name }
trip-ready = Готов в { $time }
trip-cash = 💵 Возьмите { $amount }
trip-paid = 💳 Уже оплачено
trip-bring-change = Сдача: { $amount }
trip-pin-locked = 🔒 PIN заблокирован: сделайте фото или ждите диспетчера.
trip-done = ✅ Поездка завершена. Вы заработали { $pay }.
trip-over = Эта поездка закончена.
trip-none = Сейчас поездки нет.
trip-ring = 🔔 У вас новая поездка. Посмотрите.
trip-changed = ⚠️ Заказа { $code } больше нет в поездке.
button-seen = 👀 Вижу
button-navigate = 🧭 Маршрут
button-voice = 🔊 Как найти дверь
button-write-customer = 💬 Написать клиенту
proof-ask = Спросите у клиента PIN и напишите 4 цифры. Нет PIN — отправьте фото заказа у двери.
handed-over = ✅ Вручено. Спасибо!
fail-ask = Почему не удалось вручить?
fail-done = Записано. Верните заказ в филиал.
release-ask = Почему отказываетесь от заказа?
release-done = Записано. Ищем другого курьера.
noted = Записано.
today = <b>Сегодня</b>
    Доставок: { $delivered } · на линии: { $hours } ч
    Заработано: { $earned } · чаевые: { $tips }
    Гарантия: { $guarantee }
    Наличные на руках: { $cash }
courier-tipped = 💝 Чаевые { $amount } за заказ { $code }!

## Bots: staff

help-staff = Тревоги звонят здесь, пока их не возьмут. Напишите номер заказа или последние цифры телефона. /orders, /couriers, /shift, /invite, /language.
command-shift = Смена: начать или закончить
command-couriers = Курьеры
command-invite = Пригласить
command-connect = Тревоги в эту группу
staff-stranger = Этот бот для сотрудников. Попросите у менеджера ссылку-приглашение.
staff-waits = Спасибо! Менеджер вас впустит как: { $role }.
staff-panel-on = <b>{ $name }</b> · { $roles }
    🔔 На смене: тревоги сначала звонят вам.
staff-panel-off = <b>{ $name }</b> · { $roles }
    🔕 Не на смене: тревоги придут, только если никто не ответит.
button-shift-start = 🔔 Я на смене
button-shift-end = 🔕 Ухожу со смены
button-open-orders = 🧾 Открытые заказы
button-couriers = 🛵 Курьеры
button-refresh = 🔄 Обновить
button-minutes = { $minutes } мин
button-take = ✋ Беру
button-take-this = ✋ { $alert }
button-open-order = 🧾 Заказ { $code }
button-open-courier = 🛵 { $name }
button-last-position = 🗺 Последняя позиция
button-assign = 👤 Назначить
button-reassign = 👤 Другой курьер
button-reassign-now = 🔁 Отдать { $code } другому курьеру
button-broadcast = 📣 Спросить всех
button-release = ↩️ Забрать у курьера
button-approve = ✅ Принять
button-refuse = ✖️ Отказать
button-suspend = ⛔ Приостановить
staff-action-confirm = ✅ Принять
staff-action-reject = ✖️ Отклонить
staff-action-start-preparing = 👨‍🍳 Начать готовить
staff-action-mark-ready = 📦 Готово
staff-action-collect = 🤝 Забрали
staff-action-return = ↩️ Вернули
staff-action-call-off = 🚫 Отменить
staff-times = Принят { $placed } · обещан { $promised }
staff-courier = 🛵 { $name }
staff-customer = 👤 { $name } { $phone }
staff-orders = Открытые заказы:
staff-orders-none = Открытых заказов нет.
staff-search-found = Нашлось:
staff-search-nothing = Нет заказа по «{ $q }».
staff-couriers = Курьеры:
staff-couriers-none = Курьеров пока нет. /invite — ссылка.
staff-courier-card = <b>{ $name }</b> · { $vehicle }
    { $status } · { $state }
    📞 { $phone }
    Заказов: { $orders } · виден: { $seen }
candidates = Кто поедет? Лучшие сверху.
candidates-none = Никого нет на линии.
candidate-load = заказов: { $count }
candidate-points = { $points } б.
assigned = ✅ Заказ { $code } у курьера { $name }.
broadcast-done = Спрашиваем всех рядом.
courier-applied = 🛵 <b>{ $name }</b> ({ $vehicle }) хочет работать у нас.
member-pending = <b>{ $name }</b> просит доступ: { $role }.
member-active = ✅ { $name } · { $role }
member-suspended = ⛔ { $name } · { $role }
member-invited = { $name } · { $role }
invite-ask = Кого приглашаете?
invite-link = Отправьте ссылку одному человеку ({ $role }). Действует один раз, три дня:
    { $url }
invite-no-bot = Для этой роли пока нет бота.
alert-line = { $alert } · { $time }
alert-order = Заказ { $code } · { $branch }
alert-courier = 🛵 { $name }
alert-ring = Звонок { $ring }
alert-taken-by = ✅ { $alert } — { $name }
alert-solved = ✅ { $alert } — решено
alert-yours = Ваше.
chat-from-a-courier = { $name }, курьер
day-summary = <b>{ $branch } · { $day }</b>
    Заказов: { $placed } · доставлено: { $delivered } · потеряно: { $lost } · поздно: { $late }
    Продажи: { $sales } · медиана: { $minutes } мин
group-connected = Теперь тревоги звонят и в этой группе.
group-private = Здесь видны имена и адреса, поэтому это работает только в личном чате.
button-open-private = 🔐 Открыть в личном чате
command-quiet = Тихие часы
button-quiet = 🌙 Тихие часы
button-quiet-off = 🔔 Без тихих часов
quiet-on = 🌙 Ваши тихие часы: <b>{ $hours }</b>.
quiet-off = Тихих часов у вас нет.
quiet-how = В тихие часы сообщения приходят без звука. Тревоги сначала звонят тем, кто не спит, а вам — со звуком, если больше никто не ответил. Выберите или напишите: /quiet 22:30-07:00

## Bots: files and receipts, which the API writes

file-order-code = Заказ
file-order-placed = Оформлен
file-order-branch = Филиал
file-order-status = Статус
file-order-fulfilment = Получение
file-order-payment = Оплата
file-order-customer = Клиент
file-order-phone = Телефон
file-order-courier = Курьер
file-order-promised = Обещан
file-order-closed = Закрыт
file-order-subtotal = Блюда
file-order-fee = Доставка
file-order-total = Итого
file-order-currency = Валюта
receipt-order = Заказ
receipt-placed = Оформлен
receipt-state = Статус
receipt-for = Для кого
receipt-subtotal = Блюда
receipt-fee = Доставка
receipt-total = Итого

## Mini-apps: everywhere

ui-loading = Загрузка
ui-back = Назад
ui-close = Закрыть
ui-cancel = Отмена
ui-try-again = Попробовать ещё раз
ui-nothing-here = Здесь пока ничего нет.
ui-offline = Нет связи. Данные могли устареть.
ui-failed = Не получилось. Попробуйте через минуту.
ui-open-in-telegram = Откройте эту страницу из бота в Telegram.
ui-title-courier = Курьер
ui-title-dispatch = Диспетчерская
ui-title-admin = Управление
ui-title-track = Ваш заказ

## Mini-app courier: the shift, offers, trips and pay

road-tabs = Разделы приложения
road-tab-work = Смена
road-tab-trip = Рейс
road-tab-day = Мой день
road-doors-left = Осталось остановок: { $count }
road-waits = Диспетчер посмотрит вашу заявку. Мы напишем вам в чате.
road-stranger = Здесь работают курьеры. Отправьте боту /start, чтобы подать заявку.
road-hello = Здравствуйте, { $name }!
road-sos = SOS
road-shift-online = На смене
road-shift-on-break = Перерыв
road-shift-offline = Не на смене
road-since = с { $time }
road-begin = Начать смену
road-go-on = Продолжить работу
road-break = Перерыв
road-end = Закончить смену
road-end-question = Закончить смену? Предложения больше не придут.
road-offline-hint = Предложения приходят, пока вы на смене. Только тогда передаётся и ваше место.
road-open-trip = К рейсу · { $code }
road-position-none = Ищем ваше место
road-position-fresh = Вас видно
road-position-old = Видели { $age } назад
road-position-lost = Не видно { $age }
road-place-not-asked = Мы ещё не видим, где вы, поэтому предложений нет.
road-place-denied = Телефон не показывает нам ваше место, поэтому предложений нет.
road-place-unavailable = Телефон не может определить место. Выйдите на улицу или включите трансляцию геопозиции в чате.
road-place-fix = Исправить
road-place-in-queue = Вы { $place }-й из { $free } свободных курьеров
road-waiting-orders = Заказов без курьера: { $count }
road-place-title = Моё место и почему
road-no-obstacle = Ничто не мешает получать предложения.
road-standing = Сейчас
road-free-couriers = Свободных курьеров
road-waited-longer = Ждут дольше вас
road-free-since = Свободны с
road-orders-waiting = Заказов без курьера
road-place-how = Первым спрашивают того, кто рядом, свободен и дольше ждёт. Учитываются и оценки, и принятые предложения.
road-rounds = Последние решения
road-rounds-none = Пока вы здесь, заказы не раздавались.
road-rank = { $rank }-й из { $of }
road-was-asked = спросили вас
road-obstacle-not-approved = Ещё не одобрены
road-obstacle-offline = Не на смене
road-obstacle-on-break = Перерыв
road-obstacle-no-position = Мы не видим, где вы
road-obstacle-position-old = Ваше место устарело
road-obstacle-full = Ваша сумка заполнена
road-obstacle-cash-limit = Слишком много наличных
road-obstacle-offer-open = Есть предложение без ответа
road-remedy-not-approved = Решает диспетчер. Напишите ему.
road-remedy-offline = Начните смену.
road-remedy-on-break = Продолжите работу.
road-remedy-no-position = Разрешите доступ к месту или поделитесь им в чате.
road-remedy-position-old = Держите приложение открытым или включите трансляцию в чате.
road-remedy-full = Сначала доставьте то, что взяли.
road-remedy-cash-limit = Сдайте наличные в филиале.
road-remedy-offer-open = Сначала ответьте.
road-reason-pickupmetres = до кухни
road-reason-freeseconds = ждали
road-reason-freeinseconds = освободитесь через
road-reason-points = баллы
road-reason-rating = оценка
road-reason-acceptance = принято
road-reason-load = свободное место
road-live-title = Оставайтесь на виду
road-live-how = Закрытое приложение ничего не передаёт. Включите трансляцию и в чате: 📎 → Геопозиция → Транслировать → 8 часов.
road-live-open = Открыть чат
road-live-done = Готово
road-allow-title = Перед началом
road-allow-why = Ваше место
road-allow-why-more = Чтобы спрашивать ближайшего курьера и чтобы клиент видел, что вы едете.
road-allow-when = Только на смене
road-allow-when-more = Передача заканчивается вместе со сменой и при закрытии приложения.
road-allow-who = Только кому нужно
road-allow-who-more = Диспетчеры, а клиент — пока вы везёте его заказ.
road-allow-sound = Звук для предложений
road-allow-sound-more = Не выключайте звук: предложение ждёт меньше минуты.
road-allow = Разрешить и начать
road-allow-refused = Телефону запрещено передавать место. Разрешите в настройках и вернитесь.
road-allow-settings = Открыть настройки
road-offer = Предложение
road-offer-way = Весь путь { $way }
road-offer-door = До двери { $way }
road-offer-next = Следующее придёт само.
road-offer-map = Карта рейса
road-items = вещей: { $count }
road-collect-amount = Взять наличными { $amount }
road-seconds-left = Осталось секунд: { $count }
road-accept = Принять
road-decline = Отказаться
road-decline-why = Почему нет?
road-why = Почему
road-why-exclusive = Почему вы: вы в лучшем месте, { $way }.
road-why-wave = Спрашиваем нескольких. До кухни { $way }.
road-why-everyone = Спрашиваем всех рядом. До кухни { $way }.
road-why-manual = Вас выбрал диспетчер. До кухни { $way }.
road-trip-title = Рейс · { $pay }
road-trip-none = Сейчас рейса нет. Предложения приходят на смене.
road-fetch = Забрать
road-bring = Доставить
road-customer = Клиент
road-landmark = Ориентир: { $landmark }
road-voice = Как найти дверь
road-ready = Готово
road-ready-at = готово { $time }
road-promised = до { $time }
road-navigate = Маршрут
road-map-app = Карты
road-map-app-choose = Какое приложение?
road-call = Позвонить
road-chat = Чат
road-arrive-pickup = Я на кухне
road-arrive-dropoff = Я у двери
road-pick-up = Забрал заказ
road-hand-over = Отдать заказ
road-hand-over-title = Отдать { $code }
road-release = Не могу забрать
road-release-hint = Заказ { $code } получит другой курьер.
road-release-send = Вернуть заказ
road-fail = Не удалось отдать
road-fail-hint = Сначала позвоните клиенту. Верните заказ { $code } на кухню.
road-fail-send = Заказ не отдан
road-bag = В сумке: { $done } из { $all }
road-bag-missing = Не отмечено: { $count }. Всё в сумке?
road-paid = Уже оплачено. Денег не брать.
road-collect = Взять
road-change-from = Сдача с { $note }
road-all-stops = Все остановки
road-stop-pickup = забрать
road-stop-dropoff = доставить
road-delivery-gone = Этого заказа больше нет в вашем рейсе.
road-hand-over-kept = Сохранено в телефоне. Отправится само, как только появится сеть.
road-pin-ask = Спросите четыре цифры
road-pin-typed = Введено цифр: { $count }
road-pin-rub = Стереть цифру
road-pin-instead = Лучше PIN
road-photo-instead = Лучше фото
road-tries-left = Осталось попыток: { $count }.
road-photo-take = Сделать фото
road-photo-again = Переснять
road-photo-how = Пакет и дверь в кадре. Без лиц.
road-photo-alt = Ваше фото передачи
road-photo-send = Отдать с этим фото
road-earned = Заработано сегодня
road-with-tips = из них чаевые { $tips }
road-guarantee = Гарантия дня
road-guarantee-below = Сегодня не меньше { $amount }
road-guarantee-reached = Больше гарантии { $amount }
road-deliveries = доставок
road-distance = путь
road-hours = на смене
road-hours-minutes = { $hours } ч { $minutes } мин
road-cash = Наличные
road-cash-in-hand = На руках
road-cash-limit = Сдать при
road-failed = Не отдано
road-offers = Предложения сегодня
road-offers-none = Сегодня предложений ещё не было.
road-history = Прошлые дни
road-history-none = Здесь будут ваши доставки.
road-days = Последний месяц
road-deliveries-count = доставок: { $count }
road-last-deliveries = Последние доставки
road-chat-about = Чат · { $code }
road-chat-with = Кому
road-chat-customer = Клиент
road-chat-staff = Магазин
road-chat-none = Сообщений ещё нет. Номеров никто не видит.
road-chat-media = Фото или голос: смотрите чат с ботом
road-chat-write = Сообщение
road-chat-send = Отправить
road-phrase-here = Я на месте
road-phrase-soon = Буду через 5 минут
road-phrase-gate = Откройте ворота, пожалуйста
road-phrase-call = Сейчас позвоню
road-unsent = Ждёт сеть
road-unsent-title = Ещё не отправлено
road-unsent-count = Не отправлено: { $count }
road-unsent-none = Всё отправлено.
road-unsent-hint = Хранится в телефоне и уйдёт по порядку, каждое один раз.
road-refused-some = Кое-что отклонено
road-send-now = Отправить сейчас
road-positions-waiting = Точек ждёт отправки: { $count }
road-tries = Попыток: { $count }
road-understood = Понятно
road-did-go-online = Начать смену
road-did-take-break = Перерыв
road-did-go-offline = Закончить смену
road-did-arrive = На месте
road-did-pick-up = Забрал заказ
road-did-hand-over-pin = Отдать по PIN
road-did-hand-over-photo = Отдать с фото
road-did-fail = Заказ не отдан
road-did-release = Возврат заказа
road-did-write = Сообщение
road-did-panic = Вызов помощи
road-panic-title = Помощь
road-panic-ask = Вы в опасности или ранены? Всех диспетчеров вызовут, они получат ваше место.
road-panic-call = Вызвать помощь
road-panic-sending = Вызов отправляется. Нет сети? Звоните 112.
road-panic-called = Диспетчеров вызывают. Оставайтесь в безопасном месте.
road-panic-112 = Звонить 112
road-panic-write = Написать магазину
road-leave-question = Выйти? Выбранное не отправлено.
road-leave-yes = Выйти
road-leave-no = Остаться

## Mini-app dispatch: the board

## Mini-app admin: the business

admin-sections = Разделы
admin-section-orders = Заказы
admin-section-menu = Меню
admin-section-branches = Филиалы
admin-section-zones = Зоны
admin-section-people = Люди
admin-section-couriers = Курьеры
admin-section-reports = Отчёты
admin-section-audit = Изменения
admin-section-settings = Настройки
admin-section-more = Ещё
admin-leave-question = Введённое не сохранено. Всё равно уйти?
admin-leave-yes = Уйти
admin-leave-no = Остаться

## Mini-app track: where the order is
