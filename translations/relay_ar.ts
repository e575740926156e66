<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>AlertWords</name>
    <message>
        <source>Slow readers</source>
        <translation>قرّاء بطيئون</translation>
    </message>
    <message>
        <source>Messages dropped</source>
        <translation>رسائل مُسقطة</translation>
    </message>
    <message>
        <source>Round trip, slowest 5 %</source>
        <translation>الذهاب والإياب، أبطأ 5 %</translation>
    </message>
    <message>
        <source>Lag of the relay</source>
        <translation>تأخر المرحّل</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Connections, of the limit</source>
        <translation>الاتصالات، من الحد</translation>
    </message>
    <message>
        <source>Sent in all</source>
        <translation>المرسل إجمالًا</translation>
    </message>
    <message>
        <source>Silent publishers</source>
        <translation>ناشرون صامتون</translation>
    </message>
    <message>
        <source>Certificate ends in</source>
        <translation>تنتهي الشهادة بعد</translation>
    </message>
    <message>
        <source>Memory, of the limit</source>
        <translation>الذاكرة، من الحد</translation>
    </message>
    <message>
        <source>a second</source>
        <comment>Unit behind a number: messages dropped</comment>
        <translation>في الثانية</translation>
    </message>
    <message>
        <source>days</source>
        <comment>Unit behind a number</comment>
        <translation>أيام</translation>
    </message>
    <message>
        <source>%1: %2, below %3</source>
        <comment>An alert: metric, value, threshold</comment>
        <translation>%1: %2، أقل من %3</translation>
    </message>
    <message>
        <source>%1: %2, above %3</source>
        <comment>An alert: metric, value, threshold</comment>
        <translation>%1: %2، أكثر من %3</translation>
    </message>
    <message>
        <source>%1: %2, no longer below %3</source>
        <comment>An alert that is over: metric, value, threshold</comment>
        <translation>%1: %2، لم يعد أقل من %3</translation>
    </message>
    <message>
        <source>%1: %2, no longer above %3</source>
        <comment>An alert that is over: metric, value, threshold</comment>
        <translation>%1: %2، لم يعد أكثر من %3</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a relay</source>
        <translation>الاتصال بمرحّل</translation>
    </message>
    <message>
        <source>On &amp;this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>المقبس</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>المقبس</translation>
    </message>
    <message>
        <source>On &amp;another computer, over ssh</source>
        <translation>على حاسوب آخر، عبر ssh</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>المضيف</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>المضيف</translation>
    </message>
    <message>
        <source>Name or address as ssh takes it; also an alias of its configuration</source>
        <translation>اسم أو عنوان كما يقبله ssh؛ أو اسم مستعار من إعداداته</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>as ssh&apos;s configuration says</source>
        <translation>كما في إعدادات ssh</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>none: those of the agent</source>
        <translation>لا شيء: مفاتيح الوكيل</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>تصفّح…</translation>
    </message>
    <message>
        <source>Browse for the key file</source>
        <translation>البحث عن ملف المفتاح</translation>
    </message>
    <message>
        <source>Socket th&amp;ere</source>
        <translation>المقبس هناك</translation>
    </message>
    <message>
        <source>Socket there</source>
        <translation>المقبس هناك</translation>
    </message>
    <message>
        <source>ssh must get there without a question: with a key from the agent or a file, and a host key that it knows. You are to the relay who you are on that computer.</source>
        <translation>يجب أن يصل ssh إلى هناك بلا سؤال: بمفتاح من الوكيل أو من ملف، وبمفتاح مضيف معروف. أنت عند المرحّل من أنت على ذلك الحاسوب.</translation>
    </message>
</context>
<context>
    <name>ConnectionCells</name>
    <message>
        <source>Messages to it were dropped in the last 10 s: it reads less than its topic offers. %1 dropped in all.</source>
        <translation>أُسقطت رسائل موجهة إليه في آخر 10 ثوانٍ: يقرأ أقل مما يعرضه موضوعه. أُسقط %1 إجمالًا.</translation>
    </message>
    <message>
        <source>It reads too slowly: %1 wait for it, the oldest message for %2 ms.</source>
        <translation>يقرأ ببطء شديد: %1 في انتظاره، وأقدم رسالة منذ ⁦%2 ms⁩.</translation>
    </message>
    <message>
        <source>Its token ends in %1; the relay closes it then.</source>
        <translation>ينتهي رمزه بعد %1، وعندها يغلقه المرحّل.</translation>
    </message>
    <message>
        <source>No message either way for a minute or more.</source>
        <translation>لا رسائل في أي اتجاه منذ دقيقة أو أكثر.</translation>
    </message>
    <message>
        <source>Nothing dropped, nothing waiting for long.</source>
        <translation>لم يُسقط شيء، ولا شيء ينتظر طويلًا.</translation>
    </message>
    <message>
        <source>Closed from here. It may connect again.</source>
        <translation>أُغلق من هنا. قد يتصل ثانية.</translation>
    </message>
    <message>
        <source>It sends %1 bytes/s</source>
        <translation>يرسل %1 بايت/ث</translation>
    </message>
    <message>
        <source>It gets %1 bytes/s</source>
        <translation>يتلقى %1 بايت/ث</translation>
    </message>
    <message>
        <source>The larger direction in the last minute; the full height is %1 %2</source>
        <translation>الاتجاه الأكبر في آخر دقيقة؛ الارتفاع الكامل %1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 are waiting, the oldest message for %3 ms</source>
        <translation>%1 من %2 في الانتظار، وأقدم رسالة منذ ⁦%3 ms⁩</translation>
    </message>
    <message>
        <source>%1 messages dropped in all</source>
        <translation>أُسقطت %1 رسالة إجمالًا</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>متصل منذ %1</translation>
    </message>
    <message>
        <source>It may stay for as long as it likes.</source>
        <translation>له أن يبقى ما شاء.</translation>
    </message>
    <message>
        <source>Its token ends at %1</source>
        <translation>ينتهي رمزه في %1</translation>
    </message>
</context>
<context>
    <name>ConnectionColumns</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>How it is doing, worst first</source>
        <translation>كيف حاله، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the relay gets from a connection</comment>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>What it sends to the relay</source>
        <translation>ما يرسله إلى المرحّل</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the relay sends to a connection</comment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>What the relay sends to it</source>
        <translation>ما يرسله المرحّل إليه</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>آخر دقيقة</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>What waits for it in the relay</source>
        <translation>ما ينتظره داخل المرحّل</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>إسقاط</translation>
    </message>
    <message>
        <source>Messages dropped a second, mean of the last 10 s</source>
        <translation>الرسائل المُسقطة في الثانية، متوسط آخر 10 ثوانٍ</translation>
    </message>
    <message>
        <source>RTT</source>
        <comment>Column: round trip time</comment>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Round trip from the relay to it and back</source>
        <translation>من المرحّل إليه ثم العودة</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>Until its token ends</source>
        <translation>حتى انتهاء رمزه</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>برنامج العميل</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>الرسائل الواردة</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>الرسائل الصادرة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>المُسقط</translation>
    </message>
    <message>
        <source>Silent for</source>
        <comment>Column: time since the last message</comment>
        <translation>صامت منذ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
</context>
<context>
    <name>ConnectionFacts</name>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل منذ</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>الذهاب والإياب</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>From it</source>
        <translation>منه</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدل</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>البايتات</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>آخر رسالة</translation>
    </message>
    <message>
        <source>Sent to it</source>
        <translation>المرسل إليه</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>آخر كتابة</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>المُسقط</translation>
    </message>
    <message>
        <source>websocket</source>
        <translation>websocket</translation>
    </message>
    <message>
        <source>websocket, encrypted</source>
        <translation>websocket مشفّر</translation>
    </message>
    <message>
        <source>HTTP POST</source>
        <translation>HTTP POST</translation>
    </message>
    <message>
        <source>HTTP POST, encrypted</source>
        <translation>HTTP POST مشفّر</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <extracomment>a moment and how long ago that was: &quot;11:22:08, 41 min ago&quot;</extracomment>
        <translation>%1، قبل %2</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>when something last happened</extracomment>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>a moment and how long it takes until then: &quot;12:21:49, in 18:42&quot;</extracomment>
        <translation>%1، بعد %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁦%1 ms⁩</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>%1, %2 s old</source>
        <extracomment>what waits to be sent: &quot;4.0 MiB, 1.9 s old&quot;</extracomment>
        <translation>%1، عمره %2 ث</translation>
    </message>
    <message>
        <source>%1 /s, %2 in all</source>
        <extracomment>messages dropped: &quot;18 /s, 9,204 in all&quot;</extracomment>
        <translation>⁦%1 /s⁩، %2 إجمالًا</translation>
    </message>
    <message>
        <source>video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>data</source>
        <translation>بيانات</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>طرفية</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>&quot;%1&quot; needs a number, as in %2.</source>
        <comment>Filter field: term that cannot be read, example</comment>
        <translation>&quot;%1&quot; يحتاج إلى عدد، كما في %2.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 h %2</source>
        <comment>Duration: hours, minutes in two digits</comment>
        <translation>%1 س %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>Duration: days, hours in two digits</comment>
        <translation>%1 ي %2 س</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>Duration in seconds</comment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>Duration in minutes</comment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>none</source>
        <comment>When a token ends: never</comment>
        <translation>لا ينتهي</translation>
    </message>
    <message>
        <source>Publisher</source>
        <comment>Role of a connection: it sends to the topic</comment>
        <translation>ناشر</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <comment>Role of a connection: it reads the topic</comment>
        <translation>مشترك</translation>
    </message>
    <message>
        <source>Both</source>
        <comment>Role of a connection: it sends and reads</comment>
        <translation>كلاهما</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>Role of a connection: it offers a shell</comment>
        <translation>مضيف</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>Role of a connection: it uses a shell</comment>
        <translation>عميل</translation>
    </message>
    <message>
        <source>,</source>
        <comment>Between the parts of an enumeration</comment>
        <translation>،</translation>
    </message>
</context>
<context>
    <name>HappeningText</name>
    <message>
        <source>%1 %2 was started, process %3</source>
        <comment>Event: program, version, number</comment>
        <translation>بدأ %1 %2، العملية %3</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) opened</source>
        <comment>Event</comment>
        <translation>
            <numerusform>فُتح %n موضوع</numerusform>
            <numerusform>فُتح %n موضوع</numerusform>
            <numerusform>فُتح %n موضوعان</numerusform>
            <numerusform>فُتحت %n مواضيع</numerusform>
            <numerusform>فُتح %n موضوعًا</numerusform>
            <numerusform>فُتح %n موضوع</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1 opened</source>
        <comment>Event</comment>
        <translation>فُتح الموضوع %1</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) closed</source>
        <comment>Event</comment>
        <translation>
            <numerusform>أُغلق %n موضوع</numerusform>
            <numerusform>أُغلق %n موضوع</numerusform>
            <numerusform>أُغلق %n موضوعان</numerusform>
            <numerusform>أُغلقت %n مواضيع</numerusform>
            <numerusform>أُغلق %n موضوعًا</numerusform>
            <numerusform>أُغلق %n موضوع</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1 closed: nobody is on it any more</source>
        <comment>Event</comment>
        <translation>أُغلق الموضوع %1: لم يعد عليه أحد</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n اتصال يقرأ ببطء شديد</numerusform>
            <numerusform>%n اتصال يقرأ ببطء شديد</numerusform>
            <numerusform>%n اتصالان يقرآن ببطء شديد</numerusform>
            <numerusform>%n اتصالات تقرأ ببطء شديد</numerusform>
            <numerusform>%n اتصالًا تقرأ ببطء شديد</numerusform>
            <numerusform>%n اتصال يقرأ ببطء شديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 reads too slowly</source>
        <comment>Event</comment>
        <translation>الاتصال %1 على %2 يقرأ ببطء شديد</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly and lose messages</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n اتصال يقرأ ببطء شديد ويفقد رسائل</numerusform>
            <numerusform>%n اتصال يقرأ ببطء شديد ويفقد رسائل</numerusform>
            <numerusform>%n اتصالان يقرآن ببطء شديد ويفقدان رسائل</numerusform>
            <numerusform>%n اتصالات تقرأ ببطء شديد وتفقد رسائل</numerusform>
            <numerusform>%n اتصالًا تقرأ ببطء شديد وتفقد رسائل</numerusform>
            <numerusform>%n اتصال يقرأ ببطء شديد ويفقد رسائل</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 reads too slowly and loses messages</source>
        <comment>Event</comment>
        <translation>الاتصال %1 على %2 يقرأ ببطء شديد ويفقد رسائل</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) keep up again</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n اتصال عاد يواكب</numerusform>
            <numerusform>%n اتصال عاد يواكب</numerusform>
            <numerusform>%n اتصالان عادا يواكبان</numerusform>
            <numerusform>%n اتصالات عادت تواكب</numerusform>
            <numerusform>%n اتصالًا عادت تواكب</numerusform>
            <numerusform>%n اتصال عاد يواكب</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 keeps up again after %3</source>
        <comment>Event</comment>
        <translation>الاتصال %1 على %2 عاد يواكب بعد %3</translation>
    </message>
    <message numerus="yes">
        <source>Connection %1 on %2 keeps up again after %3 and %n lost message(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسالة</numerusform>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسالة</numerusform>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسالتين</numerusform>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسائل</numerusform>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسالة</numerusform>
            <numerusform>الاتصال %1 على %2 عاد يواكب بعد %3 وفقدان %n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) refused: %1</source>
        <comment>Event</comment>
        <translation>
            <numerusform>رُفضت %n محاولة: %1</numerusform>
            <numerusform>رُفضت %n محاولة: %1</numerusform>
            <numerusform>رُفضت %n محاولتان: %1</numerusform>
            <numerusform>رُفضت %n محاولات: %1</numerusform>
            <numerusform>رُفضت %n محاولة: %1</numerusform>
            <numerusform>رُفضت %n محاولة: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The workers of the relay are in time again</source>
        <comment>Event</comment>
        <translation>عادت عمليات المرحّل إلى موعدها</translation>
    </message>
    <message>
        <source>A worker of the relay came %1 late</source>
        <comment>Event: how much</comment>
        <translation>تأخرت عملية من عمليات المرحّل %1</translation>
    </message>
    <message>
        <source>Near the limit of connections: %1 of %2</source>
        <comment>Event</comment>
        <translation>قرب حد الاتصالات: %1 من %2</translation>
    </message>
    <message>
        <source>No longer near the limit of connections: %1 of %2</source>
        <comment>Event</comment>
        <translation>لم يعد قرب حد الاتصالات: %1 من %2</translation>
    </message>
    <message>
        <source>Near the limit of memory: %1 of %2</source>
        <comment>Event</comment>
        <translation>قرب حد الذاكرة: %1 من %2</translation>
    </message>
    <message>
        <source>No longer near the limit of memory: %1 of %2</source>
        <comment>Event</comment>
        <translation>لم يعد قرب حد الذاكرة: %1 من %2</translation>
    </message>
    <message>
        <source>The TLS certificate has ended: renew it and reload</source>
        <comment>Event</comment>
        <translation>انتهت شهادة TLS: جدّدها ثم أعد التحميل</translation>
    </message>
    <message>
        <source>The TLS certificate ends within 24 hours</source>
        <comment>Event</comment>
        <translation>تنتهي شهادة TLS خلال 24 ساعة</translation>
    </message>
    <message numerus="yes">
        <source>The TLS certificate ends in %n day(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>تنتهي شهادة TLS بعد %n يوم</numerusform>
            <numerusform>تنتهي شهادة TLS بعد %n يوم</numerusform>
            <numerusform>تنتهي شهادة TLS بعد %n يومين</numerusform>
            <numerusform>تنتهي شهادة TLS بعد %n أيام</numerusform>
            <numerusform>تنتهي شهادة TLS بعد %n يومًا</numerusform>
            <numerusform>تنتهي شهادة TLS بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the rule of the alert was changed</source>
        <comment>Event: metric</comment>
        <translation>%1: تغيّرت قاعدة التنبيه</translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message>
        <source>Start</source>
        <comment>Kind of an event</comment>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Slow reader</source>
        <comment>Kind of an event</comment>
        <translation>قارئ بطيء</translation>
    </message>
    <message>
        <source>Losses</source>
        <comment>Kind of an event</comment>
        <translation>فقدان رسائل</translation>
    </message>
    <message>
        <source>Recovered</source>
        <comment>Kind of an event</comment>
        <translation>عاد يواكب</translation>
    </message>
    <message>
        <source>Topic opened</source>
        <comment>Kind of an event</comment>
        <translation>فُتح موضوع</translation>
    </message>
    <message>
        <source>Topic closed</source>
        <comment>Kind of an event</comment>
        <translation>أُغلق موضوع</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>Kind of an event</comment>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Lag</source>
        <comment>Kind of an event</comment>
        <translation>تأخر</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <comment>Kind of an event</comment>
        <translation>حد الاتصالات</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <comment>Kind of an event</comment>
        <translation>حد الذاكرة</translation>
    </message>
    <message>
        <source>Certificate</source>
        <comment>Kind of an event</comment>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Alert</source>
        <comment>Kind of an event</comment>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Alert over</source>
        <comment>Kind of an event</comment>
        <translation>انتهى التنبيه</translation>
    </message>
    <message>
        <source>Kick</source>
        <comment>Kind of an event</comment>
        <translation>طرد</translation>
    </message>
    <message>
        <source>Deny list</source>
        <comment>Kind of an event</comment>
        <translation>قائمة المنع</translation>
    </message>
    <message>
        <source>Tap</source>
        <comment>Kind of an event</comment>
        <translation>تنصّت</translation>
    </message>
    <message>
        <source>Drain</source>
        <comment>Kind of an event</comment>
        <translation>إفراغ</translation>
    </message>
    <message>
        <source>Reload</source>
        <comment>Kind of an event</comment>
        <translation>إعادة التحميل</translation>
    </message>
    <message>
        <source>Log level</source>
        <comment>Kind of an event</comment>
        <translation>مستوى السجل</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <comment>Kind of an event</comment>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>Kick</source>
        <comment>What somebody did to the relay</comment>
        <translation>طرد</translation>
    </message>
    <message>
        <source>Deny</source>
        <comment>What somebody did to the relay</comment>
        <translation>منع</translation>
    </message>
    <message>
        <source>Allow again</source>
        <comment>What somebody did to the relay</comment>
        <translation>سماح من جديد</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>What somebody did to the relay</comment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Open a tap</source>
        <comment>What somebody did to the relay</comment>
        <translation>فتح تنصّت</translation>
    </message>
    <message>
        <source>Close a tap</source>
        <comment>What somebody did to the relay</comment>
        <translation>إغلاق تنصّت</translation>
    </message>
    <message>
        <source>Cancel a job</source>
        <comment>What somebody did to the relay</comment>
        <translation>إلغاء مهمة</translation>
    </message>
    <message>
        <source>Drain</source>
        <comment>What somebody did to the relay</comment>
        <translation>إفراغ</translation>
    </message>
    <message>
        <source>Reload</source>
        <comment>What somebody did to the relay</comment>
        <translation>إعادة التحميل</translation>
    </message>
    <message>
        <source>Log level</source>
        <comment>What somebody did to the relay</comment>
        <translation>مستوى السجل</translation>
    </message>
    <message>
        <source>Set thresholds</source>
        <comment>What somebody did to the relay</comment>
        <translation>ضبط العتبات</translation>
    </message>
    <message>
        <source>Read configuration</source>
        <comment>What somebody did to the relay</comment>
        <translation>قراءة الإعدادات</translation>
    </message>
    <message>
        <source>its time was over</source>
        <comment>Why a tap ended</comment>
        <translation>انتهى وقته</translation>
    </message>
    <message>
        <source>it had its messages</source>
        <comment>Why a tap ended</comment>
        <translation>أخذ رسائله كلها</translation>
    </message>
    <message>
        <source>it was closed</source>
        <comment>Why a tap ended</comment>
        <translation>أُغلق</translation>
    </message>
    <message>
        <source>it was not read fast enough</source>
        <comment>Why a tap ended</comment>
        <translation>لم يُقرأ بسرعة كافية</translation>
    </message>
    <message>
        <source>what it was on has gone</source>
        <comment>Why a tap ended</comment>
        <translation>ذهب ما كان عليه</translation>
    </message>
    <message>
        <source>everybody</source>
        <comment>Whom an order is about</comment>
        <translation>الجميع</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Whom an order is about</comment>
        <translation>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصالان</numerusform>
            <numerusform>%n اتصالات</numerusform>
            <numerusform>%n اتصالًا</numerusform>
            <numerusform>%n اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>connection %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>الاتصال %1</translation>
    </message>
    <message>
        <source>booking %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>الحجز %1</translation>
    </message>
    <message>
        <source>subject %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>صاحب الرمز %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>العنوان %1</translation>
    </message>
    <message>
        <source>addresses %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>العناوين %1</translation>
    </message>
    <message>
        <source>topic %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>الموضوع %1</translation>
    </message>
    <message>
        <source>all that match %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>كل ما يطابق %1</translation>
    </message>
    <message>
        <source>job %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>المهمة %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>الأمر %1</translation>
    </message>
    <message>
        <source>tap %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>التنصّت %1</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Trying now.</source>
        <comment>Banner: the next attempt to connect</comment>
        <translation>تجري المحاولة الآن.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <comment>Banner: the next attempt to connect</comment>
        <translation>المحاولة التالية بعد %1 ث.</translation>
    </message>
    <message>
        <source>This computer</source>
        <comment>Name of the relay&apos;s tab: the relay runs on the same machine</comment>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Connected, nothing here yet</source>
        <translation>متصل، لا شيء هنا بعد</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <comment>How long the relay takes to answer</comment>
        <translation>متصل، ⁦%1 ms⁩</translation>
    </message>
    <message>
        <source>relayd on this computer</source>
        <comment>The relay, in the middle of a sentence</comment>
        <translation>relayd على هذا الحاسوب</translation>
    </message>
    <message>
        <source>No answer for %1</source>
        <comment>Below the relay&apos;s name: minutes and seconds</comment>
        <translation>لا رد منذ %1</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <comment>Banner: relay, time</comment>
        <translation>لم يرد %1 منذ %2.</translation>
    </message>
    <message>
        <source>Everything below is as of then.</source>
        <translation>كل ما يلي هو حتى ذلك الوقت.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>يجري الاتصال</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>The relay turned this window away.</source>
        <translation>رفض المرحّل هذه النافذة.</translation>
    </message>
    <message>
        <source>No relay answers.</source>
        <translation>لا يرد أي مرحّل.</translation>
    </message>
    <message>
        <source>Not possible now: %1 does not answer. It works again when it does.</source>
        <translation>غير ممكن الآن: %1 لا يرد. يعود ممكنًا حين يرد.</translation>
    </message>
    <message>
        <source>Not possible now: there is no contact to a relay yet.</source>
        <translation>غير ممكن الآن: لا صلة بأي مرحّل بعد.</translation>
    </message>
    <message>
        <source>Connected, ssh</source>
        <comment>The relay is on another computer</comment>
        <translation>متصل عبر ssh</translation>
    </message>
    <message>
        <source>Connected, ssh, %1 ms</source>
        <comment>How long the relay takes to answer</comment>
        <translation>متصل عبر ssh، ⁦%1 ms⁩</translation>
    </message>
    <message>
        <source>%1 turned this window away.</source>
        <comment>Banner: relay</comment>
        <translation>رفض %1 هذه النافذة.</translation>
    </message>
    <message>
        <source>Everything below is as of %1.</source>
        <comment>Banner: time</comment>
        <translation>كل ما يلي هو حتى %1.</translation>
    </message>
    <message>
        <source>No relay answers at %1.</source>
        <comment>Banner: host</comment>
        <translation>لا يرد أي مرحّل عند %1.</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>rates: what a reader got of what it was offered, &quot;1.21 of 4.02&quot;</extracomment>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>OrderDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>OrderText</name>
    <message>
        <source>Kicked by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>طرد %1: %2</translation>
    </message>
    <message>
        <source>Denied by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>منع %1: %2</translation>
    </message>
    <message>
        <source>Taken off the deny list by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>أزال %1 من قائمة المنع: %2</translation>
    </message>
    <message>
        <source>Tap opened by %1: %2</source>
        <comment>Event: who, on what</comment>
        <translation>فتح %1 تنصّتًا: %2</translation>
    </message>
    <message>
        <source>Log level set by %1: %2 to %3</source>
        <comment>Event: who, category, level</comment>
        <translation>ضبط %1 مستوى السجل: %2 إلى %3</translation>
    </message>
    <message>
        <source>Drain called off by %1</source>
        <comment>Event</comment>
        <translation>ألغى %1 الإفراغ</translation>
    </message>
    <message>
        <source>Drain ordered by %1</source>
        <comment>Event</comment>
        <translation>أمر %1 بالإفراغ</translation>
    </message>
    <message>
        <source>Configuration read again, as %1 ordered</source>
        <comment>Event</comment>
        <translation>أُعيدت قراءة الإعدادات بأمر %1</translation>
    </message>
    <message>
        <source>Thresholds of the alerts set by %1</source>
        <comment>Event</comment>
        <translation>ضبط %1 عتبات التنبيهات</translation>
    </message>
    <message>
        <source>Order taken back by %1</source>
        <comment>Event</comment>
        <translation>تراجع %1 عن أمر</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Event: an order, and why</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Drain by %1</source>
        <comment>Event: a job, and whose</comment>
        <translation>إفراغ %1</translation>
    </message>
    <message>
        <source>Kick by %1 (%2)</source>
        <comment>Event: a job, whose, and of what</comment>
        <translation>طرد %1 (%2)</translation>
    </message>
    <message>
        <source>%1 is done: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>اكتمل %1: أُغلق %2 من %3، وكان %4 قد غادر</translation>
    </message>
    <message>
        <source>%1 was cancelled: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>أُلغي %1: أُغلق %2 من %3، وكان %4 قد غادر</translation>
    </message>
    <message>
        <source>%1 has failed: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>فشل %1: أُغلق %2 من %3، وكان %4 قد غادر</translation>
    </message>
    <message numerus="yes">
        <source>Tap of %1 ended after %n message(s), %2: %3</source>
        <comment>Event: whose, on what, why it ended</comment>
        <translation>
            <numerusform>انتهى تنصّت %1 بعد %n رسالة، %2: %3</numerusform>
            <numerusform>انتهى تنصّت %1 بعد %n رسالة، %2: %3</numerusform>
            <numerusform>انتهى تنصّت %1 بعد %n رسالتين، %2: %3</numerusform>
            <numerusform>انتهى تنصّت %1 بعد %n رسائل، %2: %3</numerusform>
            <numerusform>انتهى تنصّت %1 بعد %n رسالة، %2: %3</numerusform>
            <numerusform>انتهى تنصّت %1 بعد %n رسالة، %2: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaletteSource</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Palette: of a topic</comment>
        <translation>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصالان</numerusform>
            <numerusform>%n اتصالات</numerusform>
            <numerusform>%n اتصالًا</numerusform>
            <numerusform>%n اتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>Palette: readers of a topic</comment>
        <translation>
            <numerusform>%n بطيء</numerusform>
            <numerusform>%n بطيء</numerusform>
            <numerusform>%n بطيئان</numerusform>
            <numerusform>%n بطيئة</numerusform>
            <numerusform>%n بطيئة</numerusform>
            <numerusform>%n بطيء</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Connect over ssh</source>
        <translation>الاتصال عبر ssh</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Relays</source>
        <translation>المرحّلات</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <comment>Palette: a filter</comment>
        <translation>تصفية بـ %1</translation>
    </message>
    <message>
        <source>Show %1 in routing</source>
        <comment>Palette: what was typed</comment>
        <translation>إظهار %1 في التوجيه</translation>
    </message>
    <message>
        <source>Kick everything that matches %1…</source>
        <comment>Palette: a filter</comment>
        <translation>طرد كل ما يطابق %1…</translation>
    </message>
    <message>
        <source>asks first</source>
        <comment>Palette: nothing happens at once</comment>
        <translation>يسأل أولًا</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>غير ممكن الآن</translation>
    </message>
    <message>
        <source>on</source>
        <comment>Palette: a setting that is chosen</comment>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>The socket must be an absolute path, without $: such as /run/relay/admin.sock.</source>
        <translation>يجب أن يكون المقبس مسارًا مطلقًا بلا $، مثل /run/relay/admin.sock.</translation>
    </message>
    <message>
        <source>The path of a socket can be at most 107 bytes long.</source>
        <translation>لا يتجاوز مسار المقبس 107 بايتات.</translation>
    </message>
    <message>
        <source>The host must be a name or an address as ssh takes it, such as relay-1.lab.</source>
        <translation>يجب أن يكون المضيف اسمًا أو عنوانًا يقبله ssh، مثل relay-1.lab.</translation>
    </message>
    <message>
        <source>The user must be a plain login name, such as anna.</source>
        <translation>يجب أن يكون المستخدم اسم دخول بسيطًا، مثل anna.</translation>
    </message>
    <message>
        <source>The port must lie between 1 and 65535.</source>
        <translation>يجب أن يقع المنفذ بين 1 و65535.</translation>
    </message>
    <message>
        <source>The key must be the absolute path of a private key of ssh.</source>
        <translation>يجب أن يكون المفتاح مسارًا مطلقًا لمفتاح ssh خاص.</translation>
    </message>
</context>
<context>
    <name>RecordFields</name>
    <message>
        <source>Ended</source>
        <comment>Column: how a connection ended</comment>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>At</source>
        <comment>Column: when it happened</comment>
        <translation>في</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Lasted</source>
        <comment>Column: how long it was connected</comment>
        <translation>المدة</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the relay got from a connection</comment>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the relay sent to a connection</comment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>المُسقط</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>برنامج العميل</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>Column: which kind of event</comment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الفعل</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>Column: on what somebody acted</comment>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>Column: what the relay answered to an order</comment>
        <translation>الرد</translation>
    </message>
    <message>
        <source>Uid</source>
        <translation>Uid</translation>
    </message>
    <message>
        <source>Pid</source>
        <translation>Pid</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>Column: a computer that offers a shell</comment>
        <translation>مضيف</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>Column: address of who uses a shell</comment>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Host address</source>
        <translation>عنوان المضيف</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>Column: where a host leads a shell to</comment>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>To host</source>
        <translation>إلى المضيف</translation>
    </message>
    <message>
        <source>To client</source>
        <translation>إلى العميل</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>Column: bytes from client to host</comment>
        <translation>المرسل</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>Column: bytes from host to client</comment>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>RTT</source>
        <comment>Column: round trip time</comment>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Resumed</source>
        <comment>Column: how often a shell went on after a break</comment>
        <translation>استؤنف</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Kicked</source>
        <translation>مطرود</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>A connection whose token ended</comment>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>ممنوع</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>بطيء جدًا</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>A connection that was closed properly</comment>
        <translation>غادر</translation>
    </message>
    <message>
        <source>Broke off</source>
        <comment>A connection that ended without a word</comment>
        <translation>انقطع</translation>
    </message>
    <message>
        <source>Code %1</source>
        <comment>A connection that ended with this code</comment>
        <translation>الرمز %1</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>Level of an event</comment>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>Level of an event</comment>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>Level of an event</comment>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>Outcome of an order</comment>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>Outcome of an order</comment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Close code %1</source>
        <comment>How a connection ended</comment>
        <translation>رمز الإغلاق %1</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>no token</source>
        <comment>Why clients were refused</comment>
        <translation>لا رمز</translation>
    </message>
    <message>
        <source>invalid token</source>
        <comment>Why clients were refused</comment>
        <translation>رمز غير صالح</translation>
    </message>
    <message>
        <source>token has ended</source>
        <comment>Why clients were refused</comment>
        <translation>انتهى الرمز</translation>
    </message>
    <message>
        <source>token not valid yet</source>
        <comment>Why clients were refused</comment>
        <translation>الرمز غير سارٍ بعد</translation>
    </message>
    <message>
        <source>token of another relay</source>
        <comment>Why clients were refused</comment>
        <translation>رمز مرحّل آخر</translation>
    </message>
    <message>
        <source>token says too little</source>
        <comment>Why clients were refused</comment>
        <translation>الرمز ناقص</translation>
    </message>
    <message>
        <source>token of another topic</source>
        <comment>Why clients were refused</comment>
        <translation>رمز موضوع آخر</translation>
    </message>
    <message>
        <source>token does not allow this</source>
        <comment>Why clients were refused</comment>
        <translation>الرمز لا يسمح بذلك</translation>
    </message>
    <message>
        <source>token without a booking</source>
        <comment>Why clients were refused</comment>
        <translation>رمز بلا حجز</translation>
    </message>
    <message>
        <source>booking is denied</source>
        <comment>Why clients were refused</comment>
        <translation>الحجز ممنوع</translation>
    </message>
    <message>
        <source>code unknown, used or too old</source>
        <comment>Why clients were refused</comment>
        <translation>الرمز المؤقت مجهول أو مستعمل أو قديم</translation>
    </message>
    <message>
        <source>too many unused codes of one booking</source>
        <comment>Why clients were refused</comment>
        <translation>رموز مؤقتة غير مستعملة كثيرة لحجز واحد</translation>
    </message>
    <message>
        <source>too many failures of one address</source>
        <comment>Why clients were refused</comment>
        <translation>محاولات فاشلة كثيرة من عنوان واحد</translation>
    </message>
    <message>
        <source>too many connections of one address</source>
        <comment>Why clients were refused</comment>
        <translation>اتصالات كثيرة من عنوان واحد</translation>
    </message>
    <message>
        <source>too many connections of one booking</source>
        <comment>Why clients were refused</comment>
        <translation>اتصالات كثيرة لحجز واحد</translation>
    </message>
    <message>
        <source>too many connections with one token</source>
        <comment>Why clients were refused</comment>
        <translation>اتصالات كثيرة برمز واحد</translation>
    </message>
    <message>
        <source>page of another origin</source>
        <comment>Why clients were refused</comment>
        <translation>صفحة من مصدر آخر</translation>
    </message>
    <message>
        <source>too many handshakes at once</source>
        <comment>Why clients were refused</comment>
        <translation>طلبات اتصال كثيرة دفعة واحدة</translation>
    </message>
    <message>
        <source>too many silent connections of one address</source>
        <comment>Why clients were refused</comment>
        <translation>اتصالات صامتة كثيرة من عنوان واحد</translation>
    </message>
    <message>
        <source>silent connection gave way to others</source>
        <comment>Why clients were refused</comment>
        <translation>اتصال صامت أفسح المكان لغيره</translation>
    </message>
    <message>
        <source>no room for one more connection</source>
        <comment>Why clients were refused</comment>
        <translation>لا مكان لاتصال آخر</translation>
    </message>
    <message>
        <source>relay not ready</source>
        <comment>Why clients were refused</comment>
        <translation>المرحّل غير جاهز</translation>
    </message>
    <message>
        <source>host of the shell not there</source>
        <comment>Why clients were refused</comment>
        <translation>مضيف الطرفية غير موجود</translation>
    </message>
    <message>
        <source>request came too slowly</source>
        <comment>Why clients were refused</comment>
        <translation>جاء الطلب ببطء شديد</translation>
    </message>
    <message>
        <source>head of the request too large</source>
        <comment>Why clients were refused</comment>
        <translation>رأس الطلب أكبر من اللازم</translation>
    </message>
    <message>
        <source>body of the request too large</source>
        <comment>Why clients were refused</comment>
        <translation>متن الطلب أكبر من اللازم</translation>
    </message>
    <message>
        <source>malformed request</source>
        <comment>Why clients were refused</comment>
        <translation>طلب غير سليم</translation>
    </message>
    <message>
        <source>other media type</source>
        <comment>Why clients were refused</comment>
        <translation>نوع وسائط آخر</translation>
    </message>
    <message>
        <source>nothing at this path</source>
        <comment>Why clients were refused</comment>
        <translation>لا شيء في هذا المسار</translation>
    </message>
    <message>
        <source>other method</source>
        <comment>Why clients were refused</comment>
        <translation>طريقة أخرى</translation>
    </message>
    <message>
        <source>not written to disk</source>
        <comment>Why clients were refused</comment>
        <translation>لم يُكتب على القرص</translation>
    </message>
    <message>
        <source>stream was ended</source>
        <comment>Why clients were refused</comment>
        <translation>أُنهي التدفق</translation>
    </message>
    <message>
        <source>address is denied</source>
        <comment>Why clients were refused</comment>
        <translation>العنوان ممنوع</translation>
    </message>
    <message>
        <source>subject is denied</source>
        <comment>Why clients were refused</comment>
        <translation>صاحب الرمز ممنوع</translation>
    </message>
    <message>
        <source>kicked a moment ago</source>
        <comment>Why clients were refused</comment>
        <translation>طُرد قبل قليل</translation>
    </message>
    <message>
        <source>relay is being drained</source>
        <comment>Why clients were refused</comment>
        <translation>يُفرغ المرحّل</translation>
    </message>
</context>
<context>
    <name>RouteCard</name>
    <message>
        <source>In</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>الناشرون</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>المشتركون</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>المُسقط</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 إجمالًا</translation>
    </message>
    <message>
        <source>Publishes</source>
        <translation>ينشر</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>المسلَّم</translation>
    </message>
    <message>
        <source>%1 /s, %2 in all</source>
        <translation>⁦%1 /s⁩، %2 إجمالًا</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>الذهاب والإياب</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁦%1 ms⁩</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message numerus="yes">
        <source>+%n dropping</source>
        <comment>Readers of a topic folded into one box: all lose messages</comment>
        <translation>
            <numerusform>+%n يُسقط</numerusform>
            <numerusform>+%n يُسقط</numerusform>
            <numerusform>+%n يُسقطان</numerusform>
            <numerusform>+%n تُسقط</numerusform>
            <numerusform>+%n تُسقط</numerusform>
            <numerusform>+%n يُسقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n slow</source>
        <comment>Readers of a topic folded into one box: all read too slowly</comment>
        <translation>
            <numerusform>+%n بطيء</numerusform>
            <numerusform>+%n بطيء</numerusform>
            <numerusform>+%n بطيئان</numerusform>
            <numerusform>+%n بطيئة</numerusform>
            <numerusform>+%n بطيئة</numerusform>
            <numerusform>+%n بطيء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n in trouble</source>
        <comment>Readers folded into one box: some slow, some losing messages</comment>
        <translation>
            <numerusform>+%n في مشكلة</numerusform>
            <numerusform>+%n في مشكلة</numerusform>
            <numerusform>+%n في مشكلة</numerusform>
            <numerusform>+%n في مشكلة</numerusform>
            <numerusform>+%n في مشكلة</numerusform>
            <numerusform>+%n في مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n viewers</source>
        <comment>Readers of a video topic folded into one box</comment>
        <translation>
            <numerusform>+%n مشاهد</numerusform>
            <numerusform>+%n مشاهد</numerusform>
            <numerusform>+%n مشاهدان</numerusform>
            <numerusform>+%n مشاهدين</numerusform>
            <numerusform>+%n مشاهدًا</numerusform>
            <numerusform>+%n مشاهد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n members</source>
        <comment>Connections that read and write, folded into one box</comment>
        <translation>
            <numerusform>+%n عضو</numerusform>
            <numerusform>+%n عضو</numerusform>
            <numerusform>+%n عضوان</numerusform>
            <numerusform>+%n أعضاء</numerusform>
            <numerusform>+%n عضوًا</numerusform>
            <numerusform>+%n عضو</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n readers</source>
        <comment>Readers of a topic folded into one box</comment>
        <translation>
            <numerusform>+%n قارئ</numerusform>
            <numerusform>+%n قارئ</numerusform>
            <numerusform>+%n قارئان</numerusform>
            <numerusform>+%n قرّاء</numerusform>
            <numerusform>+%n قارئًا</numerusform>
            <numerusform>+%n قارئ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropping</source>
        <comment>After the number of folded readers: so many of them lose messages</comment>
        <translation>
            <numerusform>%n يُسقط</numerusform>
            <numerusform>%n يُسقط</numerusform>
            <numerusform>%n يُسقطان</numerusform>
            <numerusform>%n تُسقط</numerusform>
            <numerusform>%n تُسقط</numerusform>
            <numerusform>%n يُسقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>After the number of folded readers: so many of them read too slowly</comment>
        <translation>
            <numerusform>%n بطيء</numerusform>
            <numerusform>%n بطيء</numerusform>
            <numerusform>%n بطيئان</numerusform>
            <numerusform>%n بطيئة</numerusform>
            <numerusform>%n بطيئة</numerusform>
            <numerusform>%n بطيء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) soon</source>
        <comment>After the number of folded readers: tokens of so many end soon</comment>
        <translation>
            <numerusform>%n ينتهي قريبًا</numerusform>
            <numerusform>%n ينتهي قريبًا</numerusform>
            <numerusform>%n ينتهيان قريبًا</numerusform>
            <numerusform>%n تنتهي قريبًا</numerusform>
            <numerusform>%n تنتهي قريبًا</numerusform>
            <numerusform>%n ينتهي قريبًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publishers</source>
        <comment>Folded into one box</comment>
        <translation>
            <numerusform>%n ناشر</numerusform>
            <numerusform>%n ناشر</numerusform>
            <numerusform>%n ناشران</numerusform>
            <numerusform>%n ناشرين</numerusform>
            <numerusform>%n ناشرًا</numerusform>
            <numerusform>%n ناشر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n topics</source>
        <comment>All topics of a kind of experiment folded into one box</comment>
        <translation>
            <numerusform>%1، %n موضوع</numerusform>
            <numerusform>%1، %n موضوع</numerusform>
            <numerusform>%1، %n موضوعان</numerusform>
            <numerusform>%1، %n مواضيع</numerusform>
            <numerusform>%1، %n موضوعًا</numerusform>
            <numerusform>%1، %n موضوع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>other, %n topics</source>
        <comment>All remaining topics in one box</comment>
        <translation>
            <numerusform>أخرى، %n موضوع</numerusform>
            <numerusform>أخرى، %n موضوع</numerusform>
            <numerusform>أخرى، %n موضوعان</numerusform>
            <numerusform>أخرى، %n مواضيع</numerusform>
            <numerusform>أخرى، %n موضوعًا</numerusform>
            <numerusform>أخرى، %n موضوع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n clients</source>
        <comment>Users of a shell folded into one box</comment>
        <translation>
            <numerusform>+%n عميل</numerusform>
            <numerusform>+%n عميل</numerusform>
            <numerusform>+%n عميلان</numerusform>
            <numerusform>+%n عملاء</numerusform>
            <numerusform>+%n عميلًا</numerusform>
            <numerusform>+%n عميل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SshWords</name>
    <message>
        <source>%1 shows another host key than the one that ssh knows: it was installed anew, or another computer answers in its place. Find out which before you remove the old key (ssh-keygen -R).</source>
        <translation>يُظهر %1 مفتاح مضيف غير الذي يعرفه ssh: أُعيد تثبيته، أو يرد حاسوب آخر مكانه. تبيّن أيهما قبل إزالة المفتاح القديم (ssh-keygen -R).</translation>
    </message>
    <message>
        <source>ssh does not know the host key of %1 yet. Run &quot;%2&quot; once in a terminal and compare the key that it shows.</source>
        <translation>لا يعرف ssh مفتاح المضيف %1 بعد. نفّذ &quot;%2&quot; مرة في طرفية وقارن المفتاح الذي يظهر.</translation>
    </message>
    <message>
        <source>There is no host %1, or its name cannot be looked up now. Check the name.</source>
        <translation>لا مضيف باسم %1، أو لا يمكن البحث عن اسمه الآن. تحقق من الاسم.</translation>
    </message>
    <message>
        <source>%1 took none of your keys. Put the right one into the agent (ssh-add), or name its file; &quot;%2&quot; must work without a question.</source>
        <translation>لم يقبل %1 أيًا من مفاتيحك. أضف الصحيح إلى الوكيل (ssh-add) أو سمّ ملفه؛ يجب أن يعمل &quot;%2&quot; بلا سؤال.</translation>
    </message>
    <message>
        <source>The ssh server of %1 does not let its users reach sockets: it needs AllowStreamLocalForwarding yes.</source>
        <translation>لا يسمح خادم ssh على %1 بالوصول إلى المقابس: يحتاج إلى AllowStreamLocalForwarding yes.</translation>
    </message>
    <message>
        <source>%1 let you in, but its socket %2 cannot be opened: no relayd runs there, it has its socket elsewhere, or you may not open it (group relay-admin).</source>
        <translation>أدخلك %1، لكن لا يمكن فتح مقبسه %2: لا يعمل relayd هناك، أو مقبسه في مكان آخر، أو لا يحق لك فتحه (المجموعة relay-admin).</translation>
    </message>
    <message>
        <source>%1 takes no ssh connections at this port. Check host and port.</source>
        <translation>لا يقبل %1 اتصالات ssh على هذا المنفذ. تحقق من المضيف والمنفذ.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the name and whether the network leads there.</source>
        <translation>لا يرد %1. تحقق من الاسم ومن أن الشبكة تصل إليه.</translation>
    </message>
    <message>
        <source>The ssh connection to %1 ended.</source>
        <translation>انتهى اتصال ssh مع %1.</translation>
    </message>
    <message>
        <source>ssh to %1 says: %2</source>
        <translation>يقول ssh إلى %1: %2</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Dropping</source>
        <comment>Status of a connection: messages to it are dropped</comment>
        <translation>يُسقط</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>Status of a connection: it reads too slowly</comment>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>Expiring</source>
        <comment>Status of a connection: its token ends soon</comment>
        <translation>ينتهي قريبًا</translation>
    </message>
    <message>
        <source>Idle</source>
        <comment>Status of a connection: no messages for a minute</comment>
        <translation>خامل</translation>
    </message>
    <message>
        <source>Healthy</source>
        <comment>Status of a connection: all is well</comment>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Kicked</source>
        <comment>Status of a connection that an operator has just closed</comment>
        <translation>مطرود</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message numerus="yes">
        <source>%n other reader(s) of this topic keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>%n قارئ آخر لهذا الموضوع يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>%n قارئ آخر لهذا الموضوع يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>%n قارئان آخران لهذا الموضوع يواكبان: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>%n قرّاء آخرون لهذا الموضوع يواكبون: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>%n قارئًا آخر لهذا الموضوع يواكبون: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>%n قارئ آخر لهذا الموضوع يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The publisher is steady and %n other reader(s) keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>الناشر مستقر و%n قارئ آخر يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>الناشر مستقر و%n قارئ آخر يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>الناشر مستقر و%n قارئان آخران يواكبان: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>الناشر مستقر و%n قرّاء آخرون يواكبون: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>الناشر مستقر و%n قارئًا آخر يواكبون: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
            <numerusform>الناشر مستقر و%n قارئ آخر يواكب: المشكلة في &lt;b&gt;خط هذا القارئ&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 readers of this topic are in trouble: look at &lt;b&gt;the publisher or the relay&lt;/b&gt;.</source>
        <translation>%1 من %2 من قرّاء هذا الموضوع في مشكلة: انظر إلى &lt;b&gt;الناشر أو المرحّل&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>%1 readers in trouble are behind %2: the trouble is &lt;b&gt;that network&lt;/b&gt;.</source>
        <translation>%1 من القرّاء في مشكلة خلف %2: المشكلة في &lt;b&gt;تلك الشبكة&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody publishes&lt;/b&gt; to this topic now.</source>
        <translation>&lt;b&gt;لا أحد ينشر&lt;/b&gt; في هذا الموضوع الآن.</translation>
    </message>
    <message>
        <source>Nothing comes in for this topic: &lt;b&gt;the publisher fell silent&lt;/b&gt;.</source>
        <translation>لا يرد شيء إلى هذا الموضوع: &lt;b&gt;صمت الناشر&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>The topic gets less than half of its five-minute mean: &lt;b&gt;the publisher slowed down&lt;/b&gt;.</source>
        <translation>يتلقى الموضوع أقل من نصف متوسطه في خمس دقائق: &lt;b&gt;أبطأ الناشر&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>relay::client::AdminClient</name>
    <message>
        <source>The socket %1 takes connections but does not answer as relayd does.</source>
        <translation>المقبس %1 يقبل الاتصالات لكنه لا يرد كما يرد relayd.</translation>
    </message>
    <message>
        <source>No relayd was found; looked for %1. Start relayd, or name the socket of the one that runs.</source>
        <translation>لم يُعثر على relayd؛ جرى البحث في %1. شغّل relayd أو سمّ مقبس الذي يعمل.</translation>
    </message>
    <message>
        <source>relayd at %1 sent a line longer than its own limit; the connection was given up.</source>
        <translation>أرسل relayd عند %1 سطرًا أطول من حدّه؛ تُرك الاتصال.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak relay-admin/1.</source>
        <translation>ما يرد عند %1 لا يتكلم relay-admin/1.</translation>
    </message>
    <message>
        <source>relayd refused the session.</source>
        <translation>رفض relayd الجلسة.</translation>
    </message>
    <message>
        <source>relayd at %1 speaks another version of the admin protocol; update relayd or this program.</source>
        <translation>يتكلم relayd عند %1 نسخة أخرى من بروتوكول الإدارة؛ حدّث relayd أو هذا البرنامج.</translation>
    </message>
    <message>
        <source>relayd at %1 no longer answers.</source>
        <translation>لم يعد relayd عند %1 يرد.</translation>
    </message>
    <message>
        <source>There is no connection to relayd.</source>
        <translation>لا اتصال مع relayd.</translation>
    </message>
    <message>
        <source>relayd at %1 ended the connection.</source>
        <translation>أنهى relayd عند %1 الاتصال.</translation>
    </message>
    <message>
        <source>There is no admin socket at %1. Start relayd, or name the socket of the one that runs.</source>
        <translation>لا مقبس إدارة عند %1. شغّل relayd أو سمّ مقبس الذي يعمل.</translation>
    </message>
    <message>
        <source>Nobody listens on the admin socket %1: relayd has stopped. Start it again.</source>
        <translation>لا أحد يستمع على مقبس الإدارة %1: توقف relayd. شغّله ثانية.</translation>
    </message>
    <message>
        <source>You may not open the admin socket %1. Join the group relay-admin, or run as the user of relayd.</source>
        <translation>لا يحق لك فتح مقبس الإدارة %1. انضم إلى المجموعة relay-admin أو اعمل بحساب relayd.</translation>
    </message>
    <message>
        <source>The connection to relayd at %1 failed: %2.</source>
        <translation>فشل الاتصال مع relayd عند %1: %2.</translation>
    </message>
</context>
<context>
    <name>relay::gui::Actions</name>
    <message>
        <source>&amp;Inspect</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Show all that is known of the selected connection</source>
        <translation>إظهار كل ما يُعرف عن الاتصال المحدد</translation>
    </message>
    <message>
        <source>&amp;Kick</source>
        <translation>طرد</translation>
    </message>
    <message>
        <source>Kick</source>
        <translation>طرد</translation>
    </message>
    <message>
        <source>Close the selected connections now. They may connect again.</source>
        <translation>إغلاق الاتصالات المحددة الآن. قد تتصل ثانية.</translation>
    </message>
    <message>
        <source>Kick with a &amp;reason…</source>
        <translation>طرد مع سبب…</translation>
    </message>
    <message>
        <source>Kick with a reason…</source>
        <translation>طرد مع سبب…</translation>
    </message>
    <message>
        <source>Close the selected connections and tell them why</source>
        <translation>إغلاق الاتصالات المحددة وإخبارها بالسبب</translation>
    </message>
    <message>
        <source>Show only this &amp;topic</source>
        <translation>إظهار هذا الموضوع فقط</translation>
    </message>
    <message>
        <source>Show only this topic</source>
        <translation>إظهار هذا الموضوع فقط</translation>
    </message>
    <message>
        <source>Show only this &amp;address</source>
        <translation>إظهار هذا العنوان فقط</translation>
    </message>
    <message>
        <source>Show only this address</source>
        <translation>إظهار هذا العنوان فقط</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>نسخ الصفوف المحددة نصًا</translation>
    </message>
    <message>
        <source>Show in r&amp;outing</source>
        <translation>إظهار في التوجيه</translation>
    </message>
    <message>
        <source>Show in routing</source>
        <translation>إظهار في التوجيه</translation>
    </message>
    <message>
        <source>Their connections</source>
        <translation>اتصالاتها</translation>
    </message>
    <message>
        <source>Show the connections of the selected topic</source>
        <translation>إظهار اتصالات الموضوع المحدد</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>&amp;Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>تجميد</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>مجمّد</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>تجميد</translation>
    </message>
    <message>
        <source>Hold rows and order still; the relay goes on</source>
        <translation>تثبيت الصفوف والترتيب؛ المرحّل يواصل العمل</translation>
    </message>
    <message>
        <source>Try &amp;now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Connect to the relay at once</source>
        <translation>الاتصال بالمرحّل حالًا</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>اللوح التالي</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوح التالي</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Their co&amp;nnections</source>
        <translation>اتصالاتها</translation>
    </message>
    <message>
        <source>&amp;Show them</source>
        <extracomment>the changes that waited while the view was frozen</extracomment>
        <translation>إظهارها</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>إظهارها</translation>
    </message>
    <message>
        <source>Let rows and order go on</source>
        <translation>ترك الصفوف والترتيب يتحركان</translation>
    </message>
    <message>
        <source>&amp;Undo the denial</source>
        <translation>التراجع عن المنع</translation>
    </message>
    <message>
        <source>Undo the denial</source>
        <translation>التراجع عن المنع</translation>
    </message>
    <message>
        <source>Let what was denied last in again</source>
        <translation>إدخال آخر ما مُنع من جديد</translation>
    </message>
    <message>
        <source>Show &amp;what ssh says</source>
        <translation>إظهار ما يقوله ssh</translation>
    </message>
    <message>
        <source>Show what ssh says</source>
        <translation>إظهار ما يقوله ssh</translation>
    </message>
    <message>
        <source>What ssh wrote while it connected</source>
        <translation>ما كتبه ssh أثناء الاتصال</translation>
    </message>
    <message>
        <source>Ta&amp;p messages</source>
        <translation>تنصّت على الرسائل</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>تنصّت</translation>
    </message>
    <message>
        <source>Look at the messages of the selected connection or topic as they pass; every operator sees that you do</source>
        <translation>النظر إلى رسائل الاتصال أو الموضوع المحدد أثناء مرورها؛ يرى كل مشغّل أنك تفعل ذلك</translation>
    </message>
    <message>
        <source>&amp;Drain the relay…</source>
        <translation>إفراغ المرحّل…</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>إفراغ…</translation>
    </message>
    <message>
        <source>Let nobody in any more, close the connections one after the other, then end the relay</source>
        <translation>عدم إدخال أحد بعد الآن، وإغلاق الاتصالات واحدًا تلو الآخر، ثم إنهاء المرحّل</translation>
    </message>
    <message>
        <source>Add to the deny &amp;list…</source>
        <translation>إضافة إلى قائمة المنع…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Deny a booking, a subject, an address or a network</source>
        <translation>منع حجز أو صاحب رمز أو عنوان أو شبكة</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>السماح من جديد</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>السماح من جديد</translation>
    </message>
    <message>
        <source>Take the selected entries off the deny list</source>
        <translation>إزالة المدخلات المحددة من قائمة المنع</translation>
    </message>
    <message>
        <source>Kick and &amp;deny…</source>
        <translation>طرد ومنع…</translation>
    </message>
    <message>
        <source>Kick and deny…</source>
        <translation>طرد ومنع…</translation>
    </message>
    <message>
        <source>Close the selected connections and let their bookings or addresses in no more</source>
        <translation>إغلاق الاتصالات المحددة وعدم إدخال حجوزاتها أو عناوينها بعد ذلك</translation>
    </message>
    <message>
        <source>Close&amp;d</source>
        <translation>المغلقة</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>الاتصالات التي انتهت</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>What has happened at the relay</source>
        <translation>ما حدث في المرحّل</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>قائمة المنع</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>سجل الأفعال</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>سجل الأفعال</translation>
    </message>
    <message>
        <source>Who has done what to the relay</source>
        <translation>من فعل ماذا بالمرحّل</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>الطرفيات</translation>
    </message>
    <message>
        <source>Remote shells through the relay</source>
        <translation>الطرفيات البعيدة عبر المرحّل</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>حفظ هذا العرض…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Take along what is shown: the table or the chart</source>
        <translation>أخذ ما هو معروض: الجدول أو المخطط</translation>
    </message>
    <message>
        <source>Chart as &amp;picture…</source>
        <translation>المخطط صورةً…</translation>
    </message>
    <message>
        <source>Chart as picture…</source>
        <translation>المخطط صورةً…</translation>
    </message>
    <message>
        <source>Chart as C&amp;SV…</source>
        <translation>المخطط بصيغة CSV…</translation>
    </message>
    <message>
        <source>Chart as CSV…</source>
        <translation>المخطط بصيغة CSV…</translation>
    </message>
    <message>
        <source>Clear f&amp;ilter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Den&amp;y list</source>
        <translation>قائمة المنع</translation>
    </message>
    <message>
        <source>A&amp;lerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <source>S&amp;hells</source>
        <translation>الطرفيات</translation>
    </message>
    <message>
        <source>Save this vie&amp;w…</source>
        <translation>حفظ هذا العرض…</translation>
    </message>
    <message>
        <source>&amp;What is shown…</source>
        <translation>ما هو معروض…</translation>
    </message>
</context>
<context>
    <name>relay::gui::CommandLine</name>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>Button, for screen readers: the command</comment>
        <translation>نسخ %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>أمر</translation>
    </message>
</context>
<context>
    <name>relay::gui::CommandPalette</name>
    <message>
        <source>Find or run a command</source>
        <translation>ابحث أو نفّذ أمرًا</translation>
    </message>
    <message>
        <source>Topic, address, booking or command</source>
        <translation>موضوع أو عنوان أو حجز أو أمر</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Up and Down choose    Enter goes there    Tab completes</source>
        <translation>السهمان للاختيار    Enter للذهاب    Tab للإكمال</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <extracomment>what was typed into the command palette</extracomment>
        <translation>لا شيء يطابق «%1».</translation>
    </message>
</context>
<context>
    <name>relay::gui::ConnectionTable</name>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
</context>
<context>
    <name>relay::gui::Denier</name>
    <message>
        <source>Nothing was denied.</source>
        <translation>لم يُمنع شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) cut.</source>
        <comment>What came of a denial</comment>
        <translation>
            <numerusform>قُطع %n اتصال.</numerusform>
            <numerusform>قُطع %n اتصال.</numerusform>
            <numerusform>قُطع %n اتصالان.</numerusform>
            <numerusform>قُطعت %n اتصالات.</numerusform>
            <numerusform>قُطع %n اتصالًا.</numerusform>
            <numerusform>قُطع %n اتصال.</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays out until %1.</source>
        <translation>يبقى خارجًا حتى %1.</translation>
    </message>
    <message>
        <source>The last is out until %1.</source>
        <translation>آخرها خارج حتى %1.</translation>
    </message>
    <message>
        <source>The relay could not write it to disk: a restart would undo it.</source>
        <translation>لم يستطع المرحّل كتابته على القرص: إعادة التشغيل تلغيه.</translation>
    </message>
    <message>
        <source>Denied: %1.</source>
        <translation>مُنع: %1.</translation>
    </message>
    <message>
        <source>Still denied.</source>
        <translation>ما زال ممنوعًا.</translation>
    </message>
    <message>
        <source>Allowed again: %1.</source>
        <translation>سُمح من جديد: %1.</translation>
    </message>
    <message>
        <source>What was cut may connect again.</source>
        <translation>ما قُطع قد يتصل ثانية.</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>الحجز %1</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n حجز</numerusform>
            <numerusform>%n حجز</numerusform>
            <numerusform>%n حجزان</numerusform>
            <numerusform>%n حجوزات</numerusform>
            <numerusform>%n حجزًا</numerusform>
            <numerusform>%n حجز</numerusform>
        </translation>
    </message>
    <message>
        <source>subject %1</source>
        <comment>Of a token</comment>
        <translation>صاحب الرمز %1</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n صاحب رمز</numerusform>
            <numerusform>%n صاحب رمز</numerusform>
            <numerusform>%n صاحبا رمز</numerusform>
            <numerusform>%n أصحاب رموز</numerusform>
            <numerusform>%n صاحب رمز</numerusform>
            <numerusform>%n صاحب رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>العنوان %1</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n عنوان</numerusform>
            <numerusform>%n عنوان</numerusform>
            <numerusform>%n عنوانان</numerusform>
            <numerusform>%n عناوين</numerusform>
            <numerusform>%n عنوانًا</numerusform>
            <numerusform>%n عنوان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منعان</numerusform>
            <numerusform>%n حالات منع</numerusform>
            <numerusform>%n حالة منع</numerusform>
            <numerusform>%n منع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Exporter</name>
    <message>
        <source>E&amp;xport</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Table as &amp;CSV…</source>
        <translation>الجدول بصيغة CSV…</translation>
    </message>
    <message>
        <source>Table as &amp;JSON…</source>
        <translation>الجدول بصيغة JSON…</translation>
    </message>
    <message>
        <source>Chart as &amp;picture…</source>
        <translation>المخطط صورةً…</translation>
    </message>
    <message>
        <source>Chart as C&amp;SV…</source>
        <translation>المخطط بصيغة CSV…</translation>
    </message>
    <message>
        <source>&amp;Whole addresses in tables</source>
        <translation>العناوين كاملة في الجداول</translation>
    </message>
    <message>
        <source>Addresses are personal data: they are masked unless this is on.</source>
        <translation>العناوين بيانات شخصية: تُخفى ما لم يُفعّل هذا.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>صور (*.png)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>قيم مفصولة بفواصل (*.csv)</translation>
    </message>
    <message>
        <source>Throughput of %1, %2</source>
        <comment>Title of an exported chart: relay, time</comment>
        <translation>معدل نقل %1، %2</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>لم يُكتب %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <comment>In an exported file</comment>
        <translation>
            <numerusform>%n صف</numerusform>
            <numerusform>%n صف</numerusform>
            <numerusform>%n صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses are masked.</source>
        <translation>العناوين مخفاة.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>كُتب في %1.</translation>
    </message>
</context>
<context>
    <name>relay::gui::FilterBar</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>اختيار أعمدة الجدول</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Take along what is shown: the table or the chart (%1)</source>
        <translation>أخذ ما هو معروض: الجدول أو المخطط (%1)</translation>
    </message>
</context>
<context>
    <name>relay::gui::FilterField</name>
    <message>
        <source>Words, or topic: role: kind: status: address: agent: booking:, or drops&gt; queue&gt; rtt&gt; in&gt; out&gt; and a number</source>
        <translation>كلمات، أو topic: role: kind: status: address: agent: booking:، أو drops&gt; queue&gt; rtt&gt; in&gt; out&gt; مع عدد</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <comment>Placeholder of the filter field, with an example</comment>
        <translation>تصفية: %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
</context>
<context>
    <name>relay::gui::FirstRunPage</name>
    <message>
        <source>The relay is running. Nothing is connected yet.</source>
        <translation>المرحّل يعمل. لا شيء متصل بعد.</translation>
    </message>
    <message>
        <source>Three lines bring the first picture through it. Paste them into a terminal on this computer; the connections appear here as they open.</source>
        <translation>ثلاثة أسطر تُمرّر أول صورة عبره. الصقها في طرفية على هذا الحاسوب؛ تظهر الاتصالات هنا حين تُفتح.</translation>
    </message>
    <message>
        <source>Send video</source>
        <comment>First step</comment>
        <translation>إرسال فيديو</translation>
    </message>
    <message>
        <source>a test picture, 25 frames a second</source>
        <translation>صورة اختبار، 25 إطارًا في الثانية</translation>
    </message>
    <message>
        <source>Watch it</source>
        <comment>Second step</comment>
        <translation>مشاهدته</translation>
    </message>
    <message>
        <source>in any browser</source>
        <translation>في أي متصفح</translation>
    </message>
    <message>
        <source>Exchange messages</source>
        <comment>Third step</comment>
        <translation>تبادل الرسائل</translation>
    </message>
    <message>
        <source>the same line in each of two terminals, then type</source>
        <translation>السطر نفسه في كل من طرفيتين، ثم اكتب</translation>
    </message>
    <message>
        <source>The table takes this place at the first connection.</source>
        <translation>يحل الجدول هنا عند أول اتصال.</translation>
    </message>
</context>
<context>
    <name>relay::gui::GuardDesk</name>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That are selected</comment>
        <translation>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منعان</numerusform>
            <numerusform>%n حالات منع</numerusform>
            <numerusform>%n حالة منع</numerusform>
            <numerusform>%n منع</numerusform>
        </translation>
    </message>
    <message>
        <source>Select what is to be allowed again, or add something.</source>
        <translation>حدد ما يُسمح به من جديد، أو أضف شيئًا.</translation>
    </message>
    <message>
        <source>The relay cannot do this: it is older than this window.</source>
        <translation>لا يستطيع المرحّل ذلك: هو أقدم من هذه النافذة.</translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منع</numerusform>
            <numerusform>%n منعان</numerusform>
            <numerusform>%n حالات منع</numerusform>
            <numerusform>%n حالة منع</numerusform>
            <numerusform>%n منع</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken off the deny list: %1.</source>
        <translation>أُزيل من قائمة المنع: %1.</translation>
    </message>
    <message>
        <source>What was cut may connect again.</source>
        <translation>ما قُطع قد يتصل ثانية.</translation>
    </message>
    <message>
        <source>Your role here is %1. To drain the relay you need to be admin.</source>
        <translation>دورك هنا %1. لإفراغ المرحّل يجب أن تكون admin.</translation>
    </message>
    <message>
        <source>Not drained.</source>
        <translation>لم يُفرغ.</translation>
    </message>
    <message>
        <source>Nothing on the deny list matches %1.</source>
        <translation>لا شيء في قائمة المنع يطابق %1.</translation>
    </message>
    <message>
        <source>Nobody is denied. What operators deny stands here, with its end.</source>
        <translation>لا أحد ممنوع. ما يمنعه المشغّلون يظهر هنا مع نهايته.</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>قائمة المنع</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>لا شيء معروف بعد.</translation>
    </message>
</context>
<context>
    <name>relay::gui::HeaderBar</name>
    <message>
        <source>Theme and language</source>
        <translation>السمة واللغة</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>القائمة (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Relays that this window shows</source>
        <translation>المرحّلات التي تعرضها هذه النافذة</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>لا تنبيهات</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Bell in the top bar</comment>
        <translation>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيهان</numerusform>
            <numerusform>%n تنبيهات</numerusform>
            <numerusform>%n تنبيهًا</numerusform>
            <numerusform>%n تنبيه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::JobStrip</name>
    <message>
        <source>Draining the relay</source>
        <comment>Strip of a job</comment>
        <translation>يُفرغ المرحّل</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>Strip of a job</comment>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>Strip of a job</comment>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>Strip of a job</comment>
        <translation>تم</translation>
    </message>
    <message numerus="yes">
        <source>Kicking %n</source>
        <comment>Strip of a job</comment>
        <translation>
            <numerusform>يُطرد %n</numerusform>
            <numerusform>يُطرد %n</numerusform>
            <numerusform>يُطرد %n</numerusform>
            <numerusform>تُطرد %n</numerusform>
            <numerusform>يُطرد %n</numerusform>
            <numerusform>يُطرد %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 kicks %n</source>
        <comment>Strip of a job</comment>
        <extracomment>a user, and how many connections</extracomment>
        <translation>
            <numerusform>يطرد %1 عدد %n</numerusform>
            <numerusform>يطرد %1 عدد %n</numerusform>
            <numerusform>يطرد %1 عدد %n</numerusform>
            <numerusform>يطرد %1 عدد %n</numerusform>
            <numerusform>يطرد %1 عدد %n</numerusform>
            <numerusform>يطرد %1 عدد %n</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 left</source>
        <comment>Strip of a job</comment>
        <translation>بقي نحو %1</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <comment>Strip of a job</comment>
        <translation>أُغلق %1</translation>
    </message>
    <message>
        <source>%1 already gone</source>
        <comment>Strip of a job</comment>
        <translation>رحل %1 قبل ذلك</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <comment>Strip of a job</comment>
        <translation>بقي %1</translation>
    </message>
    <message>
        <source>%1 left as they are</source>
        <comment>Strip of a job</comment>
        <translation>تُرك %1 كما هو</translation>
    </message>
    <message>
        <source>Stop draining</source>
        <translation>إيقاف الإفراغ</translation>
    </message>
    <message>
        <source>Stop the rest</source>
        <translation>إيقاف الباقي</translation>
    </message>
    <message>
        <source>What is closed stays closed</source>
        <translation>ما أُغلق يبقى مغلقًا</translation>
    </message>
    <message>
        <source>then %1 more</source>
        <comment>Strip of a job: connections that follow when it is done</comment>
        <translation>ثم %1 أخرى</translation>
    </message>
</context>
<context>
    <name>relay::gui::JobStrips</name>
    <message numerus="yes">
        <source>%n more job(s) run on the relay.</source>
        <comment>Below the strips of others</comment>
        <translation>
            <numerusform>تجري %n مهمة أخرى على المرحّل.</numerusform>
            <numerusform>تجري %n مهمة أخرى على المرحّل.</numerusform>
            <numerusform>تجري %n مهمتان أخريان على المرحّل.</numerusform>
            <numerusform>تجري %n مهام أخرى على المرحّل.</numerusform>
            <numerusform>تجري %n مهمة أخرى على المرحّل.</numerusform>
            <numerusform>تجري %n مهمة أخرى على المرحّل.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Kicker</name>
    <message>
        <source>%1 on %2</source>
        <comment>Connection that was kicked: address, topic</comment>
        <translation>%1 على %2</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>How many were kicked</comment>
        <translation>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصال</numerusform>
            <numerusform>%n اتصالان</numerusform>
            <numerusform>%n اتصالات</numerusform>
            <numerusform>%n اتصالًا</numerusform>
            <numerusform>%n اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kicked: %1.</source>
        <translation>لم يُطرد: %1.</translation>
    </message>
    <message>
        <source>Already gone: %1.</source>
        <translation>رحل قبل ذلك: %1.</translation>
    </message>
    <message>
        <source>Nothing was closed.</source>
        <translation>لم يُغلق شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n had already gone.</source>
        <comment>Of those to be kicked</comment>
        <translation>
            <numerusform>رحل %n قبل ذلك.</numerusform>
            <numerusform>رحل %n قبل ذلك.</numerusform>
            <numerusform>رحل %n قبل ذلك.</numerusform>
            <numerusform>رحلت %n قبل ذلك.</numerusform>
            <numerusform>رحل %n قبل ذلك.</numerusform>
            <numerusform>رحل %n قبل ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kicked: %1.</source>
        <translation>طُرد: %1.</translation>
    </message>
    <message>
        <source>It may connect again.</source>
        <translation>قد يتصل ثانية.</translation>
    </message>
    <message>
        <source>They may connect again.</source>
        <translation>قد تتصل ثانية.</translation>
    </message>
    <message>
        <source>The relay cannot do this: it is older than this window.</source>
        <translation>لا يستطيع المرحّل ذلك: هو أقدم من هذه النافذة.</translation>
    </message>
    <message>
        <source>It would not work: %1</source>
        <translation>لن ينجح: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done. The relay would close %n connection(s)</source>
        <comment>Trial of a kick</comment>
        <translation>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصال</numerusform>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصال</numerusform>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصالين</numerusform>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصالات</numerusform>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصالًا</numerusform>
            <numerusform>لم يُفعل شيء. كان المرحّل سيغلق %n اتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s).</source>
        <translation>
            <numerusform>على %n موضوع.</numerusform>
            <numerusform>على %n موضوع.</numerusform>
            <numerusform>على %n موضوعين.</numerusform>
            <numerusform>على %n مواضيع.</numerusform>
            <numerusform>على %n موضوعًا.</numerusform>
            <numerusform>على %n موضوع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked for the first %n only.</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
            <numerusform>سُئل عن أول %n فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held off for a while: see the deny list.</source>
        <translation>أُبعد لمدة: انظر قائمة المنع.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were left as they are.</source>
        <translation>
            <numerusform>تُرك %n اتصال كما هو.</numerusform>
            <numerusform>تُرك %n اتصال كما هو.</numerusform>
            <numerusform>تُرك %n اتصالان كما هما.</numerusform>
            <numerusform>تُركت %n اتصالات كما هي.</numerusform>
            <numerusform>تُرك %n اتصالًا كما هو.</numerusform>
            <numerusform>تُرك %n اتصال كما هو.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all were kicked.</source>
        <translation>لم تُطرد كلها.</translation>
    </message>
</context>
<context>
    <name>relay::gui::LookMenus</name>
    <message>
        <source>Th&amp;eme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <comment>Theme</comment>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>Theme</comment>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <comment>Theme</comment>
        <translation>داكن</translation>
    </message>
</context>
<context>
    <name>relay::gui::MainWindow</name>
    <message>
        <source>About Relay</source>
        <translation>عن Relay</translation>
    </message>
    <message>
        <source>Relay %1

A websocket relay for remote laboratories: one sends, many see.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Relay %1

مرحّل websocket للمختبرات البعيدة: واحد يرسل وكثيرون يرون.
برنامج حر وفق رخصة غنو العمومية، الإصدار 3 أو ما بعده.</translation>
    </message>
    <message>
        <source>Relay</source>
        <comment>Title of the window</comment>
        <translation>Relay</translation>
    </message>
</context>
<context>
    <name>relay::gui::Menus</name>
    <message>
        <source>Reset columns</source>
        <translation>إعادة الأعمدة</translation>
    </message>
    <message>
        <source>&amp;Relay</source>
        <translation>المرحّل</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>التحديد</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>relay::gui::ModeBadge</name>
    <message>
        <source>open: anybody may connect</source>
        <comment>Mode of the relay</comment>
        <translation>مفتوح: لأي أحد أن يتصل</translation>
    </message>
    <message>
        <source>secured</source>
        <comment>Mode of the relay</comment>
        <translation>محمي</translation>
    </message>
    <message>
        <source>This relay has no secret: whoever reaches it may read and write every topic.</source>
        <translation>ليس لهذا المرحّل سر: كل من يصل إليه يقرأ ويكتب في كل موضوع.</translation>
    </message>
    <message>
        <source>This relay lets in only those who have a token.</source>
        <translation>لا يُدخل هذا المرحّل إلا من لديه رمز.</translation>
    </message>
</context>
<context>
    <name>relay::gui::NameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>relay::gui::RecordPages</name>
    <message>
        <source>No connection has ended since the relay was started.</source>
        <translation>لم ينته أي اتصال منذ تشغيل المرحّل.</translation>
    </message>
    <message>
        <source>No closed connection matches %1.</source>
        <translation>لا اتصال مغلقًا يطابق %1.</translation>
    </message>
    <message>
        <source>Nothing worth telling has happened.</source>
        <translation>لم يحدث ما يستحق الذكر.</translation>
    </message>
    <message>
        <source>No event matches %1.</source>
        <translation>لا حدث يطابق %1.</translation>
    </message>
    <message>
        <source>This relay keeps no events. A newer relayd does.</source>
        <translation>لا يحفظ هذا المرحّل الأحداث. يحفظها relayd أحدث.</translation>
    </message>
    <message>
        <source>Nobody has given this relay an order.</source>
        <translation>لم يعط أحد هذا المرحّل أمرًا.</translation>
    </message>
    <message>
        <source>No order matches %1.</source>
        <translation>لا أمر يطابق %1.</translation>
    </message>
    <message>
        <source>This relay keeps no list of orders. A newer relayd does.</source>
        <translation>لا يحفظ هذا المرحّل قائمة الأوامر. يحفظها relayd أحدث.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>لا شيء معروف بعد.</translation>
    </message>
    <message>
        <source>Select a shell to inspect its connection or to end it.</source>
        <translation>حدد طرفية لفحص اتصالها أو إنهائها.</translation>
    </message>
    <message>
        <source>Nobody uses a shell through this relay.</source>
        <translation>لا أحد يستخدم طرفية عبر هذا المرحّل.</translation>
    </message>
    <message>
        <source>No shell matches %1.</source>
        <translation>لا طرفية تطابق %1.</translation>
    </message>
    <message>
        <source>This relay carries no shells. A newer relayd does.</source>
        <translation>لا يحمل هذا المرحّل طرفيات. يحملها relayd أحدث.</translation>
    </message>
</context>
<context>
    <name>relay::gui::RelayPage</name>
    <message>
        <source>Frozen at %1.</source>
        <comment>Strip of the frozen view</comment>
        <translation>مجمّد عند %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting. The relay goes on, and so do the figures above.</source>
        <comment>Strip of the frozen view</comment>
        <translation>
            <numerusform>%Ln تغيير ينتظر. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
            <numerusform>%Ln تغيير ينتظر. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
            <numerusform>%Ln تغييران ينتظران. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
            <numerusform>%Ln تغييرات تنتظر. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
            <numerusform>%Ln تغييرًا ينتظر. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
            <numerusform>%Ln تغيير ينتظر. المرحّل يواصل العمل، وكذلك الأرقام في الأعلى.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown</source>
        <comment>Rows of the table</comment>
        <translation>%1 معروض</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>Rows of the table</comment>
        <translation>%1 من %2 معروض</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>Rows of the table, time</comment>
        <translation>%1 حتى %2</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) a second</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n تحديث في الثانية</numerusform>
            <numerusform>%n تحديث في الثانية</numerusform>
            <numerusform>%n تحديثان في الثانية</numerusform>
            <numerusform>%n تحديثات في الثانية</numerusform>
            <numerusform>%n تحديثًا في الثانية</numerusform>
            <numerusform>%n تحديث في الثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>relay lag %1 ms</source>
        <comment>Status bar: how late the relay&apos;s own timer comes</comment>
        <translation>تأخر المرحّل ⁦%1 ms⁩</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <comment>Status bar</comment>
        <translation>البيانات حتى %1</translation>
    </message>
    <message>
        <source>Last update %1 ago</source>
        <comment>Status bar</comment>
        <translation>آخر تحديث قبل %1</translation>
    </message>
    <message>
        <source>%1 %2, up %3</source>
        <comment>Status bar: program, version, duration</comment>
        <translation>%1 %2، يعمل منذ %3</translation>
    </message>
    <message>
        <source>Your role here is %1. To close connections you need to be an operator or admin.</source>
        <translation>دورك هنا %1. لإغلاق الاتصالات يجب أن تكون operator أو admin.</translation>
    </message>
    <message>
        <source>What is selected belongs to no booking.</source>
        <translation>ما حُدد لا ينتمي إلى أي حجز.</translation>
    </message>
    <message>
        <source>Not stopped.</source>
        <translation>لم يُوقف.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>What the graph shows: topics, connections</comment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln موضوع</numerusform>
            <numerusform>%Ln موضوع</numerusform>
            <numerusform>%Ln موضوعان</numerusform>
            <numerusform>%Ln مواضيع</numerusform>
            <numerusform>%Ln موضوعًا</numerusform>
            <numerusform>%Ln موضوع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln اتصال</numerusform>
            <numerusform>%Ln اتصال</numerusform>
            <numerusform>%Ln اتصالان</numerusform>
            <numerusform>%Ln اتصالات</numerusform>
            <numerusform>%Ln اتصالًا</numerusform>
            <numerusform>%Ln اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 is not in the table.</source>
        <translation>الاتصال %1 ليس في الجدول.</translation>
    </message>
    <message>
        <source>The view is frozen: it may have come since.</source>
        <translation>العرض مجمّد: ربما جاء بعد ذلك.</translation>
    </message>
    <message>
        <source>It has closed meanwhile.</source>
        <translation>أُغلق في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Addresses are masked: the filter would show it.</source>
        <translation>العناوين مخفاة: التصفية ستظهر العنوان.</translation>
    </message>
</context>
<context>
    <name>relay::gui::RelayTabs</name>
    <message>
        <source>%1: %2</source>
        <comment>Tab of a relay, for screen readers: name and state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close %1</source>
        <extracomment>relay</extracomment>
        <translation>إغلاق %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::SavedViews</name>
    <message>
        <source>Problems first</source>
        <translation>المشكلات أولًا</translation>
    </message>
    <message>
        <source>Ends within 5 min</source>
        <translation>ينتهي خلال 5 د</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>الناشرون</translation>
    </message>
</context>
<context>
    <name>relay::gui::Sidebar</name>
    <message>
        <source>Views and filters</source>
        <translation>العروض والتصفيات</translation>
    </message>
</context>
<context>
    <name>relay::gui::SidebarModel</name>
    <message>
        <source>Views</source>
        <translation>العروض</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>Group of the sidebar: kinds of topics</comment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>بيانات</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>طرفية</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>connections that have ended</extracomment>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>قائمة المنع</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <source>Audit</source>
        <extracomment>who has done what to the relay</extracomment>
        <translation>سجل الأفعال</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>الطرفيات</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>عروض محفوظة</translation>
    </message>
</context>
<context>
    <name>relay::gui::SshTransport</name>
    <message>
        <source>ssh did not get through to %1 within 30 seconds.</source>
        <extracomment>ssh; host</extracomment>
        <translation>لم يصل ssh إلى %1 خلال 30 ثانية.</translation>
    </message>
    <message>
        <source>No directory can be made for the socket of ssh: %1.</source>
        <translation>لا يمكن إنشاء مجلد لمقبس ssh: %1.</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>لم يُعثر على البرنامج %1.</translation>
    </message>
    <message>
        <source>The program %1 was not found. Install openssh-client.</source>
        <translation>لم يُعثر على البرنامج %1. ثبّت openssh-client.</translation>
    </message>
</context>
<context>
    <name>relay::gui::TablePage</name>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
</context>
<context>
    <name>relay::gui::TapDesk</name>
    <message>
        <source>Your role here is %1. To look at messages you need to be tap, operator or admin.</source>
        <translation>دورك هنا %1. للنظر إلى الرسائل يجب أن تكون tap أو operator أو admin.</translation>
    </message>
    <message>
        <source>What goes through a shell is never shown.</source>
        <translation>ما يمر عبر طرفية لا يُعرض أبدًا.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>who looks at which topic: &quot;ben on spin35-st-video&quot;</extracomment>
        <translation>%1 على %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s) open by you</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n تنصّت مفتوح منك</numerusform>
            <numerusform>%n تنصّت مفتوح منك</numerusform>
            <numerusform>%n تنصّتان مفتوحان منك</numerusform>
            <numerusform>%n تنصّتات مفتوحة منك</numerusform>
            <numerusform>%n تنصّتًا مفتوحًا منك</numerusform>
            <numerusform>%n تنصّت مفتوح منك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s) open: %1</source>
        <comment>Status bar</comment>
        <extracomment>%1 names the first: &quot;ben on spin35-st-video&quot;</extracomment>
        <translation>
            <numerusform>%n تنصّت مفتوح: %1</numerusform>
            <numerusform>%n تنصّت مفتوح: %1</numerusform>
            <numerusform>%n تنصّتان مفتوحان: %1</numerusform>
            <numerusform>%n تنصّتات مفتوحة: %1</numerusform>
            <numerusform>%n تنصّتًا مفتوحًا: %1</numerusform>
            <numerusform>%n تنصّت مفتوح: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages are being looked at by %1.</source>
        <translation>ينظر إلى الرسائل %1.</translation>
    </message>
    <message>
        <source>The relay cannot show messages: it is older than this window.</source>
        <translation>لا يستطيع المرحّل إظهار الرسائل: هو أقدم من هذه النافذة.</translation>
    </message>
</context>
<context>
    <name>relay::gui::TopicModel</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>الناشرون</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>المشتركون</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the publishers of a topic send</comment>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the readers of a topic get</comment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>آخر دقيقة</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>إسقاط</translation>
    </message>
    <message>
        <source>Slow readers</source>
        <translation>قرّاء بطيئون</translation>
    </message>
    <message>
        <source>Last</source>
        <comment>Column: time since the last message</comment>
        <translation>آخر رسالة</translation>
    </message>
    <message>
        <source>s ago</source>
        <translation>ث مضت</translation>
    </message>
    <message>
        <source>Of its readers, %1 lose messages and %2 are slow.</source>
        <translation>من قرّائه %1 يفقدون رسائل و%2 بطيئون.</translation>
    </message>
    <message>
        <source>More than one publisher sends video here: readers get their pictures mixed. Kick the one that does not belong.</source>
        <translation>أكثر من ناشر يرسل فيديو هنا: تصل الصور إلى القرّاء مختلطة. اطرد من لا ينتمي.</translation>
    </message>
    <message>
        <source>Delivered in the last minute; now %1 %2</source>
        <translation>المسلَّم في آخر دقيقة؛ الآن %1 %2</translation>
    </message>
    <message>
        <source>%1 messages dropped in all</source>
        <translation>أُسقطت %1 رسالة إجمالًا</translation>
    </message>
</context>
<context>
    <name>relay::gui::TopicTable</name>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
</context>
<context>
    <name>relay::gui::Tray</name>
    <message>
        <source>Relay</source>
        <comment>Title of the window</comment>
        <translation>Relay</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيهان</numerusform>
            <numerusform>%n تنبيهات</numerusform>
            <numerusform>%n تنبيهًا</numerusform>
            <numerusform>%n تنبيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s) that do not answer</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n مرحّل لا يرد</numerusform>
            <numerusform>%n مرحّل لا يرد</numerusform>
            <numerusform>%n مرحّلان لا يردان</numerusform>
            <numerusform>%n مرحّلات لا ترد</numerusform>
            <numerusform>%n مرحّلًا لا يرد</numerusform>
            <numerusform>%n مرحّل لا يرد</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well</source>
        <comment>Tray: no alerts</comment>
        <translation>كل شيء على ما يرام</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>إظهار النافذة</translation>
    </message>
</context>
<context>
    <name>relay::gui::ViewKeeper</name>
    <message>
        <source>View</source>
        <comment>Button of the saved views: none of them is shown</comment>
        <translation>العرض</translation>
    </message>
    <message>
        <source>View: %1</source>
        <comment>Button of the saved views</comment>
        <translation>العرض: %1</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>حفظ هذا العرض…</translation>
    </message>
    <message>
        <source>Save the &amp;changes to &quot;%1&quot;</source>
        <translation>حفظ التغييرات في &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&amp;Rename &quot;%1&quot;…</source>
        <translation>إعادة تسمية &quot;%1&quot;…</translation>
    </message>
    <message>
        <source>&amp;Delete &quot;%1&quot;</source>
        <translation>حذف &quot;%1&quot;</translation>
    </message>
    <message>
        <source>There is a view of this name. It will be replaced.</source>
        <translation>يوجد عرض بهذا الاسم. سيُستبدل.</translation>
    </message>
    <message>
        <source>View, filter, columns and order will be found again in the sidebar.</source>
        <translation>يظهر العرض والتصفية والأعمدة والترتيب في الشريط الجانبي.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>حفظ هذا العرض</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>حفظ العرض</translation>
    </message>
    <message>
        <source>There is another view of this name.</source>
        <translation>يوجد عرض آخر بهذا الاسم.</translation>
    </message>
    <message>
        <source>Rename &quot;%1&quot;</source>
        <translation>إعادة تسمية &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>إعادة تسمية العرض</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; was deleted.</source>
        <translation>حُذف العرض &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>What is shown stays as it is.</source>
        <translation>ما هو معروض يبقى كما هو.</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <comment>Button of the saved views: what is shown is no more as it was saved</comment>
        <translation>%1، تغيّر</translation>
    </message>
</context>
<context>
    <name>relay::gui::VitalsRow</name>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>%1 this minute</source>
        <comment>Connections gained or lost, with its sign</comment>
        <translation>%1 هذه الدقيقة</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>In</source>
        <comment>What the relay gets</comment>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>What the relay sends</comment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>المُسقط</translation>
    </message>
    <message>
        <source>Round trip p95</source>
        <translation>زمن الذهاب والإياب p95</translation>
    </message>
    <message>
        <source>Show all connections</source>
        <translation>إظهار كل الاتصالات</translation>
    </message>
    <message>
        <source>Show the topics</source>
        <translation>إظهار المواضيع</translation>
    </message>
    <message>
        <source>Show those that send</source>
        <translation>إظهار من يرسل</translation>
    </message>
    <message>
        <source>Show those that are sent to</source>
        <translation>إظهار من يُرسل إليه</translation>
    </message>
    <message>
        <source>Messages that slow readers lost in the last second. Show who loses some</source>
        <translation>رسائل فقدها قرّاء بطيئون في آخر ثانية. إظهار من يفقد منها</translation>
    </message>
    <message>
        <source>19 of 20 connections answer at least as fast. Show those over 200 ms</source>
        <translation>19 من كل 20 اتصالًا ترد بهذه السرعة على الأقل. إظهار ما فوق ⁦200 ms⁩</translation>
    </message>
</context>
<context>
    <name>relay::gui::WindowActions</name>
    <message>
        <source>Find or run a command</source>
        <translation>ابحث أو نفّذ أمرًا</translation>
    </message>
    <message>
        <source>&amp;Connect to a relay…</source>
        <translation>الاتصال بمرحّل…</translation>
    </message>
    <message>
        <source>Connect to a relay…</source>
        <translation>الاتصال بمرحّل…</translation>
    </message>
    <message>
        <source>Show a further relay, on this computer or over ssh, in a tab of its own</source>
        <translation>إظهار مرحّل آخر في لسان خاص به، على هذا الحاسوب أو عبر ssh</translation>
    </message>
    <message>
        <source>C&amp;lose this relay</source>
        <translation>إغلاق هذا المرحّل</translation>
    </message>
    <message>
        <source>Close this relay</source>
        <translation>إغلاق هذا المرحّل</translation>
    </message>
    <message>
        <source>Close the tab. The relay goes on without this window.</source>
        <translation>إغلاق اللسان. يواصل المرحّل العمل من دون هذه النافذة.</translation>
    </message>
    <message>
        <source>Ne&amp;xt relay</source>
        <translation>المرحّل التالي</translation>
    </message>
    <message>
        <source>Next relay</source>
        <translation>المرحّل التالي</translation>
    </message>
    <message>
        <source>&amp;Previous relay</source>
        <translation>المرحّل السابق</translation>
    </message>
    <message>
        <source>Previous relay</source>
        <translation>المرحّل السابق</translation>
    </message>
    <message>
        <source>Narrow &amp;sidebar</source>
        <translation>شريط جانبي ضيق</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>شريط جانبي ضيق</translation>
    </message>
    <message>
        <source>Show &amp;menu bar</source>
        <translation>إظهار شريط القوائم</translation>
    </message>
    <message>
        <source>Show menu bar</source>
        <translation>إظهار شريط القوائم</translation>
    </message>
    <message>
        <source>&amp;About Relay</source>
        <translation>عن Relay</translation>
    </message>
    <message>
        <source>About Relay</source>
        <translation>عن Relay</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Find or ru&amp;n a command…</source>
        <translation>ابحث أو نفّذ أمرًا…</translation>
    </message>
    <message>
        <source>Mas&amp;k addresses</source>
        <translation>إخفاء العناوين</translation>
    </message>
    <message>
        <source>Mask addresses</source>
        <translation>إخفاء العناوين</translation>
    </message>
    <message>
        <source>Addresses are personal data: leave out their last part in all that this window shows</source>
        <translation>العناوين بيانات شخصية: حذف جزئها الأخير من كل ما تعرضه هذه النافذة</translation>
    </message>
</context>
<context>
    <name>relay::gui::Workspace</name>
    <message>
        <source>Select a topic to see its connections or its route.</source>
        <translation>حدد موضوعًا لترى اتصالاته أو مساره.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Topics</comment>
        <translation>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a connection to inspect or to kick it.</source>
        <translation>حدد اتصالًا لفحصه أو طرده.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection matches %1.</source>
        <translation>لا اتصال يطابق %1.</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>لا شيء متصل.</translation>
    </message>
    <message>
        <source>No topic matches %1.</source>
        <translation>لا موضوع يطابق %1.</translation>
    </message>
    <message>
        <source>There are no topics. A topic appears with its first connection.</source>
        <translation>لا مواضيع. يظهر الموضوع مع أول اتصال به.</translation>
    </message>
    <message>
        <source>Select up to eight topics to compare them here.</source>
        <translation>حدد ما يصل إلى ثمانية مواضيع لمقارنتها هنا.</translation>
    </message>
    <message>
        <source>Select up to eight connections to compare them here.</source>
        <translation>حدد ما يصل إلى ثمانية اتصالات لمقارنتها هنا.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Rows</comment>
        <translation>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
            <numerusform>المحدد: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::chart::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>معدل النقل</translation>
    </message>
    <message>
        <source>Out</source>
        <extracomment>the sum of what the relay sends to, and gets from, everybody</extracomment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>In</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out %1, in %2</source>
        <translation>الصادر %1، الوارد %2</translation>
    </message>
    <message>
        <source>5 min</source>
        <comment>Range of the chart</comment>
        <translation>5 د</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>Range of the chart</comment>
        <translation>1 س</translation>
    </message>
    <message>
        <source>24 h</source>
        <comment>Range of the chart</comment>
        <translation>24 س</translation>
    </message>
    <message>
        <source>Follow</source>
        <comment>Chart that was paused or zoomed: show what is new again</comment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Show all of the range again and go on. P pauses, the wheel zooms, dragging moves.</source>
        <translation>إظهار المدى كله من جديد والمواصلة. P يوقف مؤقتًا، والعجلة تكبّر، والسحب يحرّك.</translation>
    </message>
    <message>
        <source>This relay remembers nothing of the time before this window was opened.</source>
        <translation>لا يذكر هذا المرحّل شيئًا من الوقت قبل فتح هذه النافذة.</translation>
    </message>
    <message>
        <source>Selection</source>
        <comment>Chart: what is selected</comment>
        <translation>التحديد</translation>
    </message>
    <message>
        <source>Selection, %1 of %2</source>
        <comment>Chart: how many of what is selected</comment>
        <translation>التحديد، %1 من %2</translation>
    </message>
    <message>
        <source>Selection, %1</source>
        <comment>Chart: how many are selected</comment>
        <translation>التحديد، %1</translation>
    </message>
    <message>
        <source>All connections</source>
        <comment>Chart: the sum of them</comment>
        <translation>كل الاتصالات</translation>
    </message>
    <message>
        <source>Throughput of the selection</source>
        <translation>معدل نقل التحديد</translation>
    </message>
    <message>
        <source>Throughput of the relay</source>
        <translation>معدل نقل المرحّل</translation>
    </message>
    <message>
        <source>%1, in</source>
        <comment>Column of an exported chart</comment>
        <translation>%1، الوارد</translation>
    </message>
    <message>
        <source>%1, out</source>
        <comment>Column of an exported chart</comment>
        <translation>%1، الصادر</translation>
    </message>
    <message>
        <source>All</source>
        <comment>Chart: the sum of all connections, where there is little room</comment>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>relay::gui::chart::ThroughputPlot</name>
    <message>
        <source>no data since %1</source>
        <translation>لا بيانات منذ %1</translation>
    </message>
    <message>
        <source>no data for %1 s</source>
        <translation>لا بيانات %1 ث</translation>
    </message>
    <message>
        <source>no data for %1 min</source>
        <translation>لا بيانات %1 د</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::ConnectDialog</name>
    <message>
        <source>No relayd was found in the usual places.</source>
        <translation>لم يُعثر على relayd في الأماكن المعتادة.</translation>
    </message>
    <message numerus="yes">
        <source>%n found in the usual places.</source>
        <comment>Sockets of relayd</comment>
        <translation>
            <numerusform>وُجد %n في الأماكن المعتادة.</numerusform>
            <numerusform>وُجد %n في الأماكن المعتادة.</numerusform>
            <numerusform>وُجد %n في الأماكن المعتادة.</numerusform>
            <numerusform>وُجدت %n في الأماكن المعتادة.</numerusform>
            <numerusform>وُجد %n في الأماكن المعتادة.</numerusform>
            <numerusform>وُجد %n في الأماكن المعتادة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Name the host that ssh should connect to.</source>
        <translation>سمّ المضيف الذي يتصل به ssh.</translation>
    </message>
    <message>
        <source>Name the socket of a relayd on this computer.</source>
        <translation>سمّ مقبس relayd على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Private key of ssh</source>
        <translation>مفتاح ssh الخاص</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::DrainDialog</name>
    <message>
        <source>Drain the relay</source>
        <translation>إفراغ المرحّل</translation>
    </message>
    <message numerus="yes">
        <source>Drain %1, which has %n connection(s)</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>إفراغ %1 وله %n اتصال</numerusform>
            <numerusform>إفراغ %1 وله %n اتصال</numerusform>
            <numerusform>إفراغ %1 وله %n اتصالان</numerusform>
            <numerusform>إفراغ %1 وله %n اتصالات</numerusform>
            <numerusform>إفراغ %1 وله %n اتصالًا</numerusform>
            <numerusform>إفراغ %1 وله %n اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on it lets nobody in. It closes its connections one after the other, then it ends. You can stop it as long as it runs; what is closed stays closed.</source>
        <translation>من الآن لا يُدخل أحدًا. يغلق اتصالاته واحدًا تلو الآخر ثم ينتهي. يمكنك إيقافه ما دام يعمل؛ وما أُغلق يبقى مغلقًا.</translation>
    </message>
    <message>
        <source>Connections that will be closed</source>
        <translation>الاتصالات التي ستُغلق</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>At the &amp;latest after</source>
        <translation>على الأكثر بعد</translation>
    </message>
    <message>
        <source>At the latest after</source>
        <translation>على الأكثر بعد</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>إفراغ %n</numerusform>
            <numerusform>إفراغ %n</numerusform>
            <numerusform>إفراغ %n</numerusform>
            <numerusform>إفراغ %n</numerusform>
            <numerusform>إفراغ %n</numerusform>
            <numerusform>إفراغ %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickChoices</name>
    <message>
        <source>What should happen</source>
        <translation>ماذا يحدث</translation>
    </message>
    <message>
        <source>Kick only</source>
        <translation>طرد فقط</translation>
    </message>
    <message>
        <source>It may connect again at once, and most programs do.</source>
        <translation>قد يتصل ثانية حالًا، ومعظم البرامج تفعل.</translation>
    </message>
    <message>
        <source>They may connect again at once, and most programs do.</source>
        <translation>قد تتصل ثانية حالًا، ومعظم البرامج تفعل.</translation>
    </message>
    <message>
        <source>Kick and hold off for</source>
        <comment>A time follows: 30 s</comment>
        <translation>طرد وإبعاد لمدة</translation>
    </message>
    <message>
        <source>Until then its address may not come back to the same topic.</source>
        <translation>حتى ذلك لا يعود عنوانه إلى الموضوع نفسه.</translation>
    </message>
    <message>
        <source>Until then their addresses may not come back to the same topics.</source>
        <translation>حتى ذلك لا تعود عناوينها إلى المواضيع نفسها.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n booking(s) until each expires</source>
        <translation>
            <numerusform>طرد ومنع %n حجز حتى ينتهي</numerusform>
            <numerusform>طرد ومنع %n حجز حتى ينتهي</numerusform>
            <numerusform>طرد ومنع %n حجزين حتى ينتهي كل منهما</numerusform>
            <numerusform>طرد ومنع %n حجوزات حتى ينتهي كل منها</numerusform>
            <numerusform>طرد ومنع %n حجزًا حتى ينتهي كل منها</numerusform>
            <numerusform>طرد ومنع %n حجز حتى ينتهي</numerusform>
        </translation>
    </message>
    <message>
        <source>The denial can be undone, the kick can’t.</source>
        <translation>يمكن التراجع عن المنع، ولا يمكن عن الطرد.</translation>
    </message>
    <message>
        <source>The last one ends at %1. The denial can be undone, the kick can’t.</source>
        <translation>آخرها ينتهي في %1. يمكن التراجع عن المنع، ولا يمكن عن الطرد.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n address(es) for</source>
        <comment>A time follows: 1 h 00</comment>
        <translation>
            <numerusform>طرد ومنع %n عنوان لمدة</numerusform>
            <numerusform>طرد ومنع %n عنوان لمدة</numerusform>
            <numerusform>طرد ومنع %n عنوانين لمدة</numerusform>
            <numerusform>طرد ومنع %n عناوين لمدة</numerusform>
            <numerusform>طرد ومنع %n عنوانًا لمدة</numerusform>
            <numerusform>طرد ومنع %n عنوان لمدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits everyone behind that address. The denial can be undone.</source>
        <translation>يصيب كل من خلف هذا العنوان. يمكن التراجع عن المنع.</translation>
    </message>
    <message>
        <source>Hits everyone behind the same addresses. The denials can be undone.</source>
        <translation>يصيب كل من خلف هذه العناوين. يمكن التراجع عن المنع.</translation>
    </message>
    <message>
        <source>How long they are held off</source>
        <translation>مدة إبعادها</translation>
    </message>
    <message>
        <source>How long the addresses are denied</source>
        <translation>مدة منع العناوين</translation>
    </message>
    <message numerus="yes">
        <source>It also cuts %n connection(s) that you did not choose.</source>
        <translation>
            <numerusform>يقطع أيضًا %n اتصال لم تختره.</numerusform>
            <numerusform>يقطع أيضًا %n اتصال لم تختره.</numerusform>
            <numerusform>يقطع أيضًا %n اتصالين لم تخترهما.</numerusform>
            <numerusform>يقطع أيضًا %n اتصالات لم تخترها.</numerusform>
            <numerusform>يقطع أيضًا %n اتصالًا لم تختره.</numerusform>
            <numerusform>يقطع أيضًا %n اتصال لم تختره.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) have no booking: those are only kicked.</source>
        <translation>
            <numerusform>%n اتصال بلا حجز: يُطرد فقط.</numerusform>
            <numerusform>%n اتصال بلا حجز: يُطرد فقط.</numerusform>
            <numerusform>%n اتصالان بلا حجز: يُطردان فقط.</numerusform>
            <numerusform>%n اتصالات بلا حجز: تُطرد فقط.</numerusform>
            <numerusform>%n اتصالًا بلا حجز: تُطرد فقط.</numerusform>
            <numerusform>%n اتصال بلا حجز: تُطرد فقط.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickDialog</name>
    <message numerus="yes">
        <source>Kick %n connection(s)</source>
        <translation>
            <numerusform>طرد %n اتصال</numerusform>
            <numerusform>طرد %n اتصال</numerusform>
            <numerusform>طرد %n اتصالين</numerusform>
            <numerusform>طرد %n اتصالات</numerusform>
            <numerusform>طرد %n اتصالًا</numerusform>
            <numerusform>طرد %n اتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1</source>
        <translation>
            <numerusform>طرد %n اتصال من %1</numerusform>
            <numerusform>طرد %n اتصال من %1</numerusform>
            <numerusform>طرد %n اتصالين من %1</numerusform>
            <numerusform>طرد %n اتصالات من %1</numerusform>
            <numerusform>طرد %n اتصالًا من %1</numerusform>
            <numerusform>طرد %n اتصال من %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>طرد %n</numerusform>
            <numerusform>طرد %n</numerusform>
            <numerusform>طرد %n</numerusform>
            <numerusform>طرد %n</numerusform>
            <numerusform>طرد %n</numerusform>
            <numerusform>طرد %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Connections that will be kicked</source>
        <translation>الاتصالات التي ستُطرد</translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>Pace of a kick</comment>
        <translation>كلها دفعة واحدة</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>Pace of a kick</comment>
        <translation>%1 في الثانية</translation>
    </message>
    <message>
        <source>The number has changed while you were asked; nothing was done.</source>
        <translation>تغيّر العدد أثناء سؤالك؛ لم يُفعل شيء.</translation>
    </message>
    <message>
        <source>Chosen by the filter %1. If the number has changed when you confirm, nothing happens and you are asked again.</source>
        <extracomment>%1 is the text of the filter</extracomment>
        <translation>اختيرت بالتصفية %1. إن تغيّر العدد عند التأكيد فلا يحدث شيء وتُسأل من جديد.</translation>
    </message>
    <message>
        <source>These are all connections of the relay: no filter is set.</source>
        <translation>هذه كل اتصالات المرحّل: لا تصفية.</translation>
    </message>
    <message>
        <source>A kick can’t be undone.</source>
        <translation>لا تراجع عن الطرد.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n connection(s) on %1</source>
        <extracomment>%1 is the name of the relay, in all three</extracomment>
        <translation>
            <numerusform>طرد ومنع %n اتصال على %1</numerusform>
            <numerusform>طرد ومنع %n اتصال على %1</numerusform>
            <numerusform>طرد ومنع %n اتصالين على %1</numerusform>
            <numerusform>طرد ومنع %n اتصالات على %1</numerusform>
            <numerusform>طرد ومنع %n اتصالًا على %1</numerusform>
            <numerusform>طرد ومنع %n اتصال على %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1 and hold them off</source>
        <translation>
            <numerusform>طرد %n اتصال من %1 وإبعاده</numerusform>
            <numerusform>طرد %n اتصال من %1 وإبعاده</numerusform>
            <numerusform>طرد %n اتصالين من %1 وإبعادهما</numerusform>
            <numerusform>طرد %n اتصالات من %1 وإبعادها</numerusform>
            <numerusform>طرد %n اتصالًا من %1 وإبعادها</numerusform>
            <numerusform>طرد %n اتصال من %1 وإبعاده</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n connection(s)</source>
        <translation>
            <numerusform>طرد ومنع %n اتصال</numerusform>
            <numerusform>طرد ومنع %n اتصال</numerusform>
            <numerusform>طرد ومنع %n اتصالين</numerusform>
            <numerusform>طرد ومنع %n اتصالات</numerusform>
            <numerusform>طرد ومنع %n اتصالًا</numerusform>
            <numerusform>طرد ومنع %n اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Sent to the clients with the close code 4000, and kept in the relay&apos;s log.</source>
        <translation>يُرسل إلى العملاء مع رمز الإغلاق 4000 ويُحفظ في سجل المرحّل.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>طرد ومنع %n</numerusform>
            <numerusform>طرد ومنع %n</numerusform>
            <numerusform>طرد ومنع %n</numerusform>
            <numerusform>طرد ومنع %n</numerusform>
            <numerusform>طرد ومنع %n</numerusform>
            <numerusform>طرد ومنع %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and hold %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>طرد وإبعاد %n</numerusform>
            <numerusform>طرد وإبعاد %n</numerusform>
            <numerusform>طرد وإبعاد %n</numerusform>
            <numerusform>طرد وإبعاد %n</numerusform>
            <numerusform>طرد وإبعاد %n</numerusform>
            <numerusform>طرد وإبعاد %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>الوتيرة</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>الوتيرة</translation>
    </message>
    <message>
        <source>Those that come back all come back at once.</source>
        <translation>من يعود يعود في الوقت نفسه.</translation>
    </message>
    <message>
        <source>about %1, so that they do not all come back at once</source>
        <comment>How long a paced kick takes</comment>
        <translation>نحو %1، كي لا تعود كلها معًا</translation>
    </message>
    <message>
        <source>Type %1 to kick every connection of the relay:</source>
        <extracomment>%1 is the word ALL, which is not translated</extracomment>
        <translation>اكتب %1 لطرد كل اتصال بالمرحّل:</translation>
    </message>
    <message>
        <source>Try without acting</source>
        <translation>تجربة بلا فعل</translation>
    </message>
    <message>
        <source>Ask the relay how many it would close now</source>
        <translation>سؤال المرحّل كم سيغلق الآن</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <comment>Link: the publishers among those to be kicked</comment>
        <translation>استثناؤهم</translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s) that you chose have closed meanwhile.</source>
        <translation>
            <numerusform>أُغلق في هذه الأثناء %n اتصال آخر اخترته.</numerusform>
            <numerusform>أُغلق في هذه الأثناء %n اتصال آخر اخترته.</numerusform>
            <numerusform>أُغلق في هذه الأثناء %n اتصالان آخران اخترتهما.</numerusform>
            <numerusform>أُغلقت في هذه الأثناء %n اتصالات أخرى اخترتها.</numerusform>
            <numerusform>أُغلق في هذه الأثناء %n اتصالًا آخر اخترته.</numerusform>
            <numerusform>أُغلق في هذه الأثناء %n اتصال آخر اخترته.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is frozen: what came since is not among them.</source>
        <translation>العرض مجمّد: ما جاء بعد ذلك ليس بينها.</translation>
    </message>
    <message>
        <source>A relay takes %1 at a time: keep the window open until all are asked for.</source>
        <translation>يقبل المرحّل %1 في كل مرة: أبق النافذة مفتوحة إلى أن تُطلب كلها.</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::OrderDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <extracomment>the name of a key</extracomment>
        <translation>Ctrl+Return</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, %1</source>
        <extracomment>below a sample of connections; %1 is &quot;on 3 topics in all&quot;</extracomment>
        <translation>
            <numerusform>و%n غيره، %1</numerusform>
            <numerusform>و%n غيره، %1</numerusform>
            <numerusform>و%n غيرهما، %1</numerusform>
            <numerusform>و%n غيرها، %1</numerusform>
            <numerusform>و%n غيرها، %1</numerusform>
            <numerusform>و%n غيره، %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s) in all</source>
        <translation>
            <numerusform>على %n موضوع إجمالًا</numerusform>
            <numerusform>على %n موضوع إجمالًا</numerusform>
            <numerusform>على %n موضوعين إجمالًا</numerusform>
            <numerusform>على %n مواضيع إجمالًا</numerusform>
            <numerusform>على %n موضوعًا إجمالًا</numerusform>
            <numerusform>على %n موضوع إجمالًا</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may go dark.</source>
        <translation>قد يُظلم %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) may go dark.</source>
        <translation>
            <numerusform>قد يُظلم %n موضوع.</numerusform>
            <numerusform>قد يُظلم %n موضوع.</numerusform>
            <numerusform>قد يُظلم %n موضوعان.</numerusform>
            <numerusform>قد تُظلم %n مواضيع.</numerusform>
            <numerusform>قد يُظلم %n موضوعًا.</numerusform>
            <numerusform>قد يُظلم %n موضوع.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a publisher:</source>
        <translation>هذا ناشر:</translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s) among them:</source>
        <translation>
            <numerusform>بينها %n ناشر:</numerusform>
            <numerusform>بينها %n ناشر:</numerusform>
            <numerusform>بينها %n ناشران:</numerusform>
            <numerusform>بينها %n ناشرين:</numerusform>
            <numerusform>بينها %n ناشرًا:</numerusform>
            <numerusform>بينها %n ناشر:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n more byte(s).</source>
        <extracomment>how much may still be typed</extracomment>
        <translation>
            <numerusform>يتسع لـ %n بايت أخرى.</numerusform>
            <numerusform>يتسع لـ %n بايت أخرى.</numerusform>
            <numerusform>يتسع لـ %n بايت أخرى.</numerusform>
            <numerusform>يتسع لـ %n بايتات أخرى.</numerusform>
            <numerusform>يتسع لـ %n بايتًا أخرى.</numerusform>
            <numerusform>يتسع لـ %n بايت أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n booking(s)</source>
        <extracomment>%1 is &quot;on 3 topics in all&quot;</extracomment>
        <translation>
            <numerusform>%1، مع %n حجز</numerusform>
            <numerusform>%1، مع %n حجز</numerusform>
            <numerusform>%1، مع %n حجزين</numerusform>
            <numerusform>%1، مع %n حجوزات</numerusform>
            <numerusform>%1، مع %n حجزًا</numerusform>
            <numerusform>%1، مع %n حجز</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::SampleTable</name>
    <message>
        <source>Show all</source>
        <comment>Link: the connections that a dialog is about</comment>
        <translation>عرض الكل</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::SshDialog</name>
    <message>
        <source>Nothing yet.</source>
        <comment>ssh has not written anything</comment>
        <translation>لا شيء بعد.</translation>
    </message>
    <message>
        <source>What ssh to %1 says</source>
        <extracomment>host</extracomment>
        <translation>ما يقوله ssh إلى %1</translation>
    </message>
    <message>
        <source>To try it by hand: %1</source>
        <extracomment>a command</extracomment>
        <translation>للتجربة يدويًا: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::TargetList</name>
    <message>
        <source>Show fewer</source>
        <translation>عرض أقل</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::ColumnHeads</name>
    <message>
        <source>Publishers, %1</source>
        <translation>الناشرون، %1</translation>
    </message>
    <message>
        <source>Topics, %1</source>
        <translation>المواضيع، %1</translation>
    </message>
    <message>
        <source>Subscribers, %1</source>
        <translation>المشتركون، %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutePanel</name>
    <message>
        <source>Route of the selection</source>
        <translation>مسار التحديد</translation>
    </message>
    <message>
        <source>Select a connection to see who publishes to its topic and who reads it.</source>
        <translation>حدد اتصالًا لترى من ينشر في موضوعه ومن يقرؤه.</translation>
    </message>
    <message>
        <source>The selected connection has closed.</source>
        <translation>أُغلق الاتصال المحدد.</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutingLegend</name>
    <message>
        <source>Line width</source>
        <translation>عرض الخط</translation>
    </message>
    <message>
        <source>dropping: dashes are the share delivered</source>
        <translation>يُسقط: الشرطات هي الحصة المسلَّمة</translation>
    </message>
    <message>
        <source>slow: all delivered, late</source>
        <translation>بطيء: سُلّم كله متأخرًا</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>طي الكل</translation>
    </message>
    <message>
        <source>Folds the readers of every topic that you have opened</source>
        <translation>يطوي قرّاء كل موضوع فتحته</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ملاءمة</translation>
    </message>
    <message>
        <source>Scales the graph so that as much as possible is in view (0); Ctrl and the wheel zoom</source>
        <translation>يضبط مقياس المخطط ليظهر أكثر ما يمكن (0)؛ Ctrl مع العجلة للتكبير</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutingView</name>
    <message>
        <source>Routing: publishers, topics and subscribers</source>
        <translation>التوجيه: الناشرون والمواضيع والمشتركون</translation>
    </message>
    <message>
        <source>Nobody is connected. Publishers, topics and subscribers will stand here.</source>
        <translation>لا أحد متصل. سيظهر هنا الناشرون والمواضيع والمشتركون.</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>لا شيء يطابق التصفية.</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::AlertModel</name>
    <message>
        <source>Alert</source>
        <extracomment>state of an alert rule</extracomment>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Quiet</source>
        <comment>State of an alert rule</comment>
        <translation>هادئ</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>State of an alert rule</comment>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>below %1</source>
        <extracomment>when an alert is raised: &quot;above 200 ms&quot;</extracomment>
        <translation>أقل من %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>أكثر من %1</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>An alert is raised</comment>
        <translation>حالًا</translation>
    </message>
    <message>
        <source>How long it must be so before the alert is raised</source>
        <translation>كم يجب أن يدوم حتى يُرفع التنبيه</translation>
    </message>
    <message>
        <source>State</source>
        <comment>Column of the alerts</comment>
        <translation>الحال</translation>
    </message>
    <message>
        <source>What</source>
        <comment>Column of the alerts</comment>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Raised when</source>
        <comment>Column of the alerts</comment>
        <translation>يُرفع عند</translation>
    </message>
    <message>
        <source>For</source>
        <comment>Column of the alerts: how long it must last</comment>
        <translation>لمدة</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>Column of the alerts: the figure</comment>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>Column of the alerts</comment>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Seconds until the alert is raised</source>
        <translation>الثواني حتى رفع التنبيه</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>العتبة</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::AlertsPage</name>
    <message>
        <source>The thresholds were not changed.</source>
        <translation>لم تتغيّر العتبات.</translation>
    </message>
    <message>
        <source>The thresholds are changed.</source>
        <translation>تغيّرت العتبات.</translation>
    </message>
    <message>
        <source>They hold for every operator of this relay.</source>
        <translation>تسري على كل مشغّل لهذا المرحّل.</translation>
    </message>
    <message>
        <source>This relay has no alerts: it is older than this window.</source>
        <translation>ليس لهذا المرحّل تنبيهات: هو أقدم من هذه النافذة.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيه</numerusform>
            <numerusform>%n تنبيهان</numerusform>
            <numerusform>%n تنبيهات</numerusform>
            <numerusform>%n تنبيهًا</numerusform>
            <numerusform>%n تنبيه</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>لا مشكلة.</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <extracomment>an alert and since when</extracomment>
        <translation>%1 (منذ %2)</translation>
    </message>
    <message>
        <source>Not saved yet. When you save, the thresholds of %1 change for everybody.</source>
        <translation>لم تُحفظ بعد. عند الحفظ تتغيّر عتبات %1 للجميع.</translation>
    </message>
    <message>
        <source>Double-click a threshold or a time to change it.</source>
        <translation>انقر نقرًا مزدوجًا على عتبة أو مدة لتغييرها.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>قواعد التنبيه</translation>
    </message>
    <message>
        <source>Save the thresholds</source>
        <translation>حفظ العتبات</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>لا شيء معروف بعد.</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::DenyDialog</name>
    <message>
        <source>This is no address. An address is 192.0.2.7 or 2001:db8::1, a network 192.0.2.0/24.</source>
        <translation>هذا ليس عنوانًا. العنوان مثل 192.0.2.7 أو 2001:db8::1، والشبكة 192.0.2.0/24.</translation>
    </message>
    <message>
        <source>This is no network. A network is 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>هذه ليست شبكة. الشبكة مثل 192.0.2.0/24 أو 2001:db8::/48.</translation>
    </message>
    <message>
        <source>Add to the deny list</source>
        <translation>إضافة إلى قائمة المنع</translation>
    </message>
    <message>
        <source>Add to the deny list of %1</source>
        <translation>إضافة إلى قائمة منع %1</translation>
    </message>
    <message>
        <source>Deny %1 on %2</source>
        <extracomment>%1 is a booking or an address, %2 the name of the relay</extracomment>
        <translation>منع %1 على %2</translation>
    </message>
    <message>
        <source>Who is on it is turned away. It can be undone; cutting connections can’t.</source>
        <translation>من فيها يُرد. يمكن التراجع عنها، ولا يمكن عن قطع الاتصالات.</translation>
    </message>
    <message>
        <source>The connections of this subject are known to the relay only; it will say how many were cut.</source>
        <translation>اتصالات صاحب الرمز هذا يعرفها المرحّل وحده؛ وسيقول كم قُطع.</translation>
    </message>
    <message>
        <source>Those that are connected stay until they leave by themselves.</source>
        <translation>المتصلون يبقون حتى يغادروا بأنفسهم.</translation>
    </message>
    <message>
        <source>It has no connections now.</source>
        <translation>لا اتصالات له الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be cut.</source>
        <comment>What a denial does</comment>
        <translation>
            <numerusform>سيُقطع %n اتصال.</numerusform>
            <numerusform>سيُقطع %n اتصال.</numerusform>
            <numerusform>سيُقطع %n اتصالان.</numerusform>
            <numerusform>ستُقطع %n اتصالات.</numerusform>
            <numerusform>سيُقطع %n اتصالًا.</numerusform>
            <numerusform>سيُقطع %n اتصال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections that will be cut</source>
        <translation>الاتصالات التي ستُقطع</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>For operators: kept in the deny list and in the log. The clients do not see it.</source>
        <translation>للمشغّلين: يُحفظ في قائمة المنع وفي السجل. لا يراه العملاء.</translation>
    </message>
    <message>
        <source>Deny</source>
        <comment>Button: put it on the deny list</comment>
        <translation>منع</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>What is to be denied</comment>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Subject</source>
        <comment>What is to be denied</comment>
        <translation>صاحب رمز</translation>
    </message>
    <message>
        <source>Address or network</source>
        <comment>What is to be denied</comment>
        <translation>عنوان أو شبكة</translation>
    </message>
    <message>
        <source>as long as its tokens last</source>
        <translation>ما دامت رموزه سارية</translation>
    </message>
    <message>
        <source>as long as is usual</source>
        <translation>المدة المعتادة</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <comment>How long something is denied</comment>
        <translation>لمدة</translation>
    </message>
    <message>
        <source>What kind of thing is denied</source>
        <translation>نوع ما يُمنع</translation>
    </message>
    <message>
        <source>The booking, subject, address or network</source>
        <translation>الحجز أو صاحب الرمز أو العنوان أو الشبكة</translation>
    </message>
    <message>
        <source>How long it is denied</source>
        <translation>مدة المنع</translation>
    </message>
    <message>
        <source>Also close those that are connected</source>
        <translation>إغلاق المتصلين أيضًا</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::DenyModel</name>
    <message>
        <source>Subject</source>
        <comment>What is denied: whom a token was made for</comment>
        <translation>صاحب رمز</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>What is denied</comment>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Held off</source>
        <comment>What is denied: an address on one topic, for a while</comment>
        <translation>مُبعد</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>What is denied</comment>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Denied</source>
        <comment>Column: what kind of thing</comment>
        <translation>الممنوع</translation>
    </message>
    <message>
        <source>Which</source>
        <comment>Column: the booking, the address</comment>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>Column</comment>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>Column: time until it ends</comment>
        <translation>بقي</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>Column</comment>
        <translation>منذ</translation>
    </message>
    <message>
        <source>By</source>
        <comment>Column: who did it</comment>
        <translation>من</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>Column</comment>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>relay::gui::inspect::InspectDock</name>
    <message>
        <source>Inspect</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>This connection closed at %1. What stands here is the last that was known of it.</source>
        <translation>أُغلق هذا الاتصال في %1. ما يظهر هنا آخر ما عُرف عنه.</translation>
    </message>
    <message>
        <source>As of %1: the relay does not answer.</source>
        <translation>حتى %1: المرحّل لا يرد.</translation>
    </message>
    <message>
        <source>Select a connection: everything that is known of it stands here.</source>
        <translation>حدد اتصالًا: يظهر هنا كل ما يُعرف عنه.</translation>
    </message>
</context>
<context>
    <name>relay::gui::inspect::InspectHead</name>
    <message>
        <source>Copy everything that stands here</source>
        <translation>نسخ كل ما يظهر هنا</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close the inspect panel</source>
        <translation>إغلاق لوح الفحص</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>instead of a status: the connection has ended</extracomment>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>a topic and the address of a connection that reads it; then one that publishes to it</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>فحص</translation>
    </message>
</context>
<context>
    <name>relay::gui::inspect::RatePlot</name>
    <message>
        <source>Rate of the last 5 minutes</source>
        <translation>معدل آخر 5 دقائق</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>آخر 5 دقائق</translation>
    </message>
    <message>
        <source>Delivered %1</source>
        <extracomment>legend: what a connection gets of what it could get</extracomment>
        <translation>المسلَّم %1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>المرسل %1</translation>
    </message>
    <message>
        <source>Offered %1</source>
        <comment>Legend: what the topic has</comment>
        <translation>المعروض %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::BodyView</name>
    <message>
        <source>%1 bytes</source>
        <comment>Size of a message</comment>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>%1: the first 8 bytes of each packet</source>
        <extracomment>of a message, its size in front</extracomment>
        <translation>%1: أول 8 بايتات من كل حزمة</translation>
    </message>
    <message>
        <source>%1: the first %2 are shown</source>
        <translation>%1: تظهر أول %2</translation>
    </message>
    <message>
        <source>The message in hexadecimal</source>
        <translation>الرسالة بالست عشري</translation>
    </message>
    <message>
        <source>The message as text</source>
        <translation>الرسالة نصًا</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>kinds of messages of a websocket</extracomment>
        <translation>نص</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>ثنائي</translation>
    </message>
    <message numerus="yes">
        <source>JSON object, %n member(s)</source>
        <translation>
            <numerusform>كائن JSON، %n عضو</numerusform>
            <numerusform>كائن JSON، %n عضو</numerusform>
            <numerusform>كائن JSON، %n عضوان</numerusform>
            <numerusform>كائن JSON، %n أعضاء</numerusform>
            <numerusform>كائن JSON، %n عضوًا</numerusform>
            <numerusform>كائن JSON، %n عضو</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON array, %n element(s)</source>
        <translation>
            <numerusform>مصفوفة JSON، %n عنصر</numerusform>
            <numerusform>مصفوفة JSON، %n عنصر</numerusform>
            <numerusform>مصفوفة JSON، %n عنصران</numerusform>
            <numerusform>مصفوفة JSON، %n عناصر</numerusform>
            <numerusform>مصفوفة JSON، %n عنصرًا</numerusform>
            <numerusform>مصفوفة JSON، %n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>قيمة JSON</translation>
    </message>
    <message>
        <source>Too long to be read as JSON: %1.</source>
        <translation>أطول من أن تُقرأ بصيغة JSON: %1.</translation>
    </message>
    <message>
        <source>Not JSON (%1), %2.</source>
        <extracomment>%1 is the reason, in English</extracomment>
        <translation>ليست JSON (%1)، %2.</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::FrameStrip</name>
    <message numerus="yes">
        <source>Sizes of %n frame(s) of the last 4 s</source>
        <translation>
            <numerusform>حجم %n إطار من آخر 4 ث</numerusform>
            <numerusform>حجم %n إطار من آخر 4 ث</numerusform>
            <numerusform>حجما %n إطارين من آخر 4 ث</numerusform>
            <numerusform>أحجام %n إطارات من آخر 4 ث</numerusform>
            <numerusform>أحجام %n إطارًا من آخر 4 ث</numerusform>
            <numerusform>حجم %n إطار من آخر 4 ث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them key frame(s)</source>
        <translation>
            <numerusform>%n منها مفتاحي</numerusform>
            <numerusform>%n منها مفتاحي</numerusform>
            <numerusform>%n منها مفتاحيان</numerusform>
            <numerusform>%n منها مفتاحية</numerusform>
            <numerusform>%n منها مفتاحية</numerusform>
            <numerusform>%n منها مفتاحي</numerusform>
        </translation>
    </message>
    <message>
        <source>key frame</source>
        <comment>Legend</comment>
        <translation>إطار مفتاحي</translation>
    </message>
    <message>
        <source>frame sizes, last 4 s</source>
        <comment>Legend</comment>
        <translation>أحجام الإطارات، آخر 4 ث</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::JsonModel</name>
    <message>
        <source>more than one value</source>
        <translation>أكثر من قيمة</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::JsonView</name>
    <message>
        <source>JSON of the message</source>
        <translation>JSON الرسالة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>نسخ المسار</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>فتح الكل</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>طي الكل</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::MessageModel</name>
    <message>
        <source>%1 lost</source>
        <extracomment>in the list of tapped messages: so many were missed before this one</extracomment>
        <translation>فُقد %1</translation>
    </message>
    <message>
        <source>key</source>
        <extracomment>in the list of tapped messages: a key frame of the video begins here</extracomment>
        <translation>مفتاح</translation>
    </message>
    <message>
        <source>%1, %2 bytes, %3</source>
        <extracomment>a tapped message: its time, its size, and from where to where it went</extracomment>
        <translation>%1، %2 بايت، %3</translation>
    </message>
    <message>
        <source>sent to the relay</source>
        <translation>أُرسلت إلى المرحّل</translation>
    </message>
    <message>
        <source>sent by the relay</source>
        <translation>أرسلها المرحّل</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>Column of tapped messages</comment>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Bytes</source>
        <comment>Column of tapped messages</comment>
        <translation>البايتات</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TapView</name>
    <message>
        <source>%1 /s</source>
        <comment>Messages a second</comment>
        <translation>⁦%1 /s⁩</translation>
    </message>
    <message>
        <source>none lost</source>
        <comment>Messages that the tap missed</comment>
        <translation>لم يُفقد شيء</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>Messages that the tap missed</comment>
        <translation>فُقد %1</translation>
    </message>
    <message>
        <source>%1 messages: %2 text, %3 binary</source>
        <translation>%1 رسالة: %2 نص، %3 ثنائي</translation>
    </message>
    <message>
        <source>%1 bytes in all, %2 each on average</source>
        <translation>%1 بايت إجمالًا، بمتوسط %2 لكل منها</translation>
    </message>
    <message>
        <source>%1 messages a second</source>
        <translation>%1 رسالة في الثانية</translation>
    </message>
    <message>
        <source>None lost: this is all that passed.</source>
        <translation>لم يُفقد شيء: هذا كل ما مر.</translation>
    </message>
    <message>
        <source>%1 lost: more came than a tap takes.</source>
        <translation>فُقد %1: جاء أكثر مما يأخذه التنصّت.</translation>
    </message>
    <message>
        <source>Asking the relay.</source>
        <translation>يُسأل المرحّل.</translation>
    </message>
    <message>
        <source>Nothing came yet. What is sent from now on stands here.</source>
        <translation>لم يأت شيء بعد. ما يُرسل من الآن يظهر هنا.</translation>
    </message>
    <message>
        <source>Nothing came while it was open.</source>
        <translation>لم يأت شيء ما دام مفتوحًا.</translation>
    </message>
    <message>
        <source>all publishers</source>
        <comment>What a tap of a topic is of</comment>
        <translation>كل الناشرين</translation>
    </message>
    <message>
        <source>out to %1</source>
        <extracomment>a tap: what the relay sends to an address, what an address sends, or both</extracomment>
        <translation>صادر إلى %1</translation>
    </message>
    <message>
        <source>in from %1</source>
        <translation>وارد من %1</translation>
    </message>
    <message>
        <source>to and from %1</source>
        <translation>من %1 وإليه</translation>
    </message>
    <message>
        <source>not opened</source>
        <comment>State of a tap</comment>
        <translation>لم يُفتح</translation>
    </message>
    <message>
        <source>ended: %1 messages</source>
        <comment>State of a tap</comment>
        <translation>انتهى: %1 رسالة</translation>
    </message>
    <message>
        <source>ended: %1 min</source>
        <comment>State of a tap</comment>
        <translation>انتهى: %1 د</translation>
    </message>
    <message>
        <source>ended: it closed</source>
        <comment>State of a tap</comment>
        <translation>انتهى: أُغلق الاتصال</translation>
    </message>
    <message>
        <source>ended: the relay is busy</source>
        <comment>State of a tap</comment>
        <translation>انتهى: المرحّل مشغول</translation>
    </message>
    <message>
        <source>ended: no contact</source>
        <comment>State of a tap</comment>
        <translation>انتهى: لا صلة</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>State of a tap</comment>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <extracomment>how far a tap is: messages of how many, time left as minutes and seconds</extracomment>
        <translation>%1 من %2، بقي %3</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>buttons of a tap</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Stop the tap</source>
        <translation>إيقاف التنصّت</translation>
    </message>
    <message>
        <source>Close the tap</source>
        <translation>إغلاق التنصّت</translation>
    </message>
    <message>
        <source>Summary</source>
        <extracomment>how a tapped message is shown</extracomment>
        <translation>ملخص</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>ست عشري</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>كيف تُعرض الرسالة</translation>
    </message>
    <message>
        <source>Messages of the tap</source>
        <translation>رسائل التنصّت</translation>
    </message>
    <message>
        <source>Tap again</source>
        <translation>تنصّت من جديد</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TapsDock</name>
    <message>
        <source>Taps</source>
        <translation>التنصّت</translation>
    </message>
    <message numerus="yes">
        <source>%n open by you.</source>
        <comment>Taps</comment>
        <translation>
            <numerusform>%n مفتوح منك.</numerusform>
            <numerusform>%n مفتوح منك.</numerusform>
            <numerusform>%n مفتوحان منك.</numerusform>
            <numerusform>%n مفتوحة منك.</numerusform>
            <numerusform>%n مفتوحًا منك.</numerusform>
            <numerusform>%n مفتوح منك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every operator of this relay sees them and the audit log keeps who, what and how long. Previews hold the first %1 bytes of a message.</source>
        <translation>يراها كل مشغّل لهذا المرحّل ويحفظ سجل الأفعال من وماذا وكم. تُعرض أول %1 بايت من الرسالة.</translation>
    </message>
    <message>
        <source>Stop all taps and close</source>
        <translation>إيقاف كل التنصّت والإغلاق</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TsModel</name>
    <message>
        <source>Padding</source>
        <comment>Packets of a transport stream that carry nothing</comment>
        <translation>حشو</translation>
    </message>
    <message>
        <source>MPEG-1 video</source>
        <translation>فيديو MPEG-1</translation>
    </message>
    <message>
        <source>MPEG-2 video</source>
        <translation>فيديو MPEG-2</translation>
    </message>
    <message>
        <source>MP1 or MP2 audio</source>
        <translation>صوت MP1 أو MP2</translation>
    </message>
    <message>
        <source>MP2 audio</source>
        <translation>صوت MP2</translation>
    </message>
    <message>
        <source>AAC audio</source>
        <translation>صوت AAC</translation>
    </message>
    <message>
        <source>MPEG-4 video</source>
        <translation>فيديو MPEG-4</translation>
    </message>
    <message>
        <source>H.264 video</source>
        <translation>فيديو H.264</translation>
    </message>
    <message>
        <source>H.265 video</source>
        <translation>فيديو H.265</translation>
    </message>
    <message>
        <source>AC-3 audio</source>
        <translation>صوت AC-3</translation>
    </message>
    <message>
        <source>private data</source>
        <translation>بيانات خاصة</translation>
    </message>
    <message>
        <source>not known yet</source>
        <comment>Kind of a stream inside a transport stream</comment>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>type %1</source>
        <extracomment>%1 is a number: a kind of stream that has no name here</extracomment>
        <translation>النوع %1</translation>
    </message>
    <message>
        <source>%1 in the last minute, %2 since the tap was opened</source>
        <translation>%1 في آخر دقيقة، %2 منذ فتح التنصّت</translation>
    </message>
    <message>
        <source>Packets that are missing or out of order, in the last minute</source>
        <translation>حزم مفقودة أو خارج ترتيبها في آخر دقيقة</translation>
    </message>
    <message>
        <source>Stream</source>
        <comment>Column: what a PID of a transport stream carries</comment>
        <translation>الدفق</translation>
    </message>
    <message>
        <source>Packets</source>
        <comment>Column</comment>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Continuity</source>
        <comment>Column: errors of the continuity counter</comment>
        <translation>الاستمرارية</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TsPage</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>the size of a video picture</extracomment>
        <translation>%1 في %2</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 إطار/ث</translation>
    </message>
    <message>
        <source>key frame every %1 s</source>
        <translation>إطار مفتاحي كل %1 ث</translation>
    </message>
    <message numerus="yes">
        <source>%n continuity error(s) in the last minute, on %1</source>
        <extracomment>%1 is one PID or several</extracomment>
        <translation>
            <numerusform>%n خطأ استمرارية في آخر دقيقة، على %1</numerusform>
            <numerusform>%n خطأ استمرارية في آخر دقيقة، على %1</numerusform>
            <numerusform>%n خطآ استمرارية في آخر دقيقة، على %1</numerusform>
            <numerusform>%n أخطاء استمرارية في آخر دقيقة، على %1</numerusform>
            <numerusform>%n خطأ استمرارية في آخر دقيقة، على %1</numerusform>
            <numerusform>%n خطأ استمرارية في آخر دقيقة، على %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) out of sync</source>
        <translation>
            <numerusform>%n حزمة خارج التزامن</numerusform>
            <numerusform>%n حزمة خارج التزامن</numerusform>
            <numerusform>%n حزمتان خارج التزامن</numerusform>
            <numerusform>%n حزم خارج التزامن</numerusform>
            <numerusform>%n حزمة خارج التزامن</numerusform>
            <numerusform>%n حزمة خارج التزامن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) of further PIDs</source>
        <translation>
            <numerusform>%n حزمة من معرّفات أخرى</numerusform>
            <numerusform>%n حزمة من معرّفات أخرى</numerusform>
            <numerusform>%n حزمتان من معرّفات أخرى</numerusform>
            <numerusform>%n حزم من معرّفات أخرى</numerusform>
            <numerusform>%n حزمة من معرّفات أخرى</numerusform>
            <numerusform>%n حزمة من معرّفات أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing came yet.</source>
        <translation>لم يأت شيء بعد.</translation>
    </message>
    <message>
        <source>No continuity errors in the last minute.</source>
        <translation>لا أخطاء استمرارية في آخر دقيقة.</translation>
    </message>
</context>
</TS>
