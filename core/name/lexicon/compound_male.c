/* SPDX-License-Identifier: Apache-2.0 */

/* Names of men joined from two words with -iddin, -ulla, -murod, Nur-, Mir- and the like. */
#include "name/lexicon/entries.h"

const struct lexicon_entry lexicon_compound_male[] = {
    { "ahmadali", 'm',
      "kk:Ахметәлі ky:Ахматали tg:Аҳмадалӣ uz:Ahmadali uc:Аҳмадали "
      "ru:Ахмадали,Ахматали,Ахметали,Ахмедали" },
    { "ahmadbek", 'm',
      "kk:Ахметбек tg:Аҳмадбек uz:Ahmadbek uc:Аҳмадбек ru:Ахмадбек,Ахметбек,Ахмедбек" },
    { "ahmadjon", 'm',
      "kk:Ахметжан ky:Ахматжан tg:Аҳмадҷон uz:Ahmadjon uc:Аҳмаджон "
      "ru:Ахмаджон,Ахмаджан,Ахметжан,Ахматжан,Ахмедьян xx:Exmetjan" },
    { "aliakbar", 'm', "tg:Алиакбар uz:Aliakbar uc:Алиакбар ru:Алиакбар xx:Əliəkbər" },
    { "aliakhmad", 'm', "tg:Алиаҳмад uz:Aliahmad uc:Алиаҳмад ru:Алиахмад" },
    { "alibek", 'm', "kk:Әлібек ky:Алибек tg:Алибек uz:Alibek uc:Алибек ru:Алибек,Алыбек" },
    { "alijon", 'm',
      "kk:Әлижан ky:Алижан tg:Алиҷон uz:Alijon uc:Алижон ru:Алижон,Алиджон,Алижан,Алиджан" },
    { "alikhan", 'm',
      "kk:Әлихан ky:Алыкан tg:Алихон uz:Alixon uc:Алихон ru:Алихан,Алихон,Алыкан xx:Ali_Khan" },
    { "alimardon", 'm',
      "kk:Әлімардан tg:Алимардон uz:Alimardon uc:Алимардон tk:Alymerdan "
      "ru:Алимардон,Алимардан,Алимердан" },
    { "alinazar", 'm', "tg:Алиназар uz:Alinazar uc:Алиназар ru:Алиназар" },
    { "alovuddin", 'm',
      "ky:Алаидин tg:Алоуддин,Алоиддин uz:Alouddin,Alovuddin uc:Алоуддин,Аловуддин "
      "ru:Алауддин,Алоуддин,Алоиддин xx:Alauddin,Alaeddin,Alaaddin" },
    { "amanbek", 'm',
      "kk:Аманбек ky:Аманбек tg:Амонбек uz:Omonbek uc:Омонбек ru:Аманбек,Омонбек,Амонбек" },
    { "amangeldi", 'm',
      "kk:Аманкелді,Амангелді ky:Амангелди tk:Amangeldi ru:Амангельды,Амангелди,Аманкельды" },
    { "amanjol", 'm', "kk:Аманжол ru:Аманжол" },
    { "amankul", 'm', "kk:Аманқұл ky:Аманкул ru:Аманкул" },
    { "amantay", 'm', "kk:Амантай ky:Амантай ru:Амантай" },
    { "amantur", 'm', "ky:Амантур ru:Амантур" },
    { "amanulla", 'm',
      "kk:Аманулла ky:Аманулла tg:Амонулло uz:Omonulla,Omonulloh uc:Омонулла,Омонуллоҳ "
      "ru:Аманулла,Амонулло,Омонулла xx:Amanullah" },
    { "asadulla", 'm',
      "kk:Асадулла ky:Асадулла tg:Асадулло uz:Asadulla,Asadulloh uc:Асадулла,Асадуллоҳ "
      "ru:Асадулла,Асадулло,Асатулла xx:Asadullah,اسدالله" },
    { "asliddin", 'm', "tg:Аслиддин uz:Asliddin uc:Аслиддин ru:Аслиддин" },
    { "atoulla", 'm',
      "tg:Атоулло uz:Atoulla uc:Атоулла ru:Атоулло,Атаулла,Атоулла xx:Ataullah,Attaullah" },
    { "azamatjan", 'm', "ky:Азаматжан uz:Azamatjon uc:Азаматжон ru:Азаматжон,Азаматжан" },
    { "azizulla", 'm', "tg:Азизулло uz:Azizulla uc:Азизулла ru:Азизулла,Азизулло xx:Azizullah" },
    { "badriddin", 'm',
      "kk:Бәдреддин tg:Бадриддин uz:Badriddin uc:Бадриддин ru:Бадриддин,Бадруддин,Бадреддин "
      "xx:Badruddin,Bedrettin" },
    { "bahovuddin", 'm',
      "tg:Баҳовиддин,Баҳоуддин uz:Bahovuddin,Bahovaddin uc:Баҳовуддин,Баҳоваддин "
      "ru:Бахауддин,Баховуддин,Баховаддин,Бахаведдин xx:Bahauddin,Bahaeddin" },
    { "bahriddin", 'm', "tg:Баҳриддин uz:Bahriddin uc:Баҳриддин ru:Бахриддин" },
    { "barakatulla", 'm',
      "tg:Баракатулло uz:Barakatulla uc:Баракатулла ru:Баракатулла,Баракатулло xx:Barakatullah" },
    { "berdimuhammad", 'm', "tk:Berdimuhammet ru:Бердимухамед,Бердымухамед" },
    { "berdimurod", 'm',
      "kk:Бердімұрат ky:Бердимурат uz:Berdimurod uc:Бердимурод tk:Berdimyrat "
      "ru:Бердимурат,Бердимурод,Бердымурат,Бердимырат" },
    { "boymurod", 'm',
      "kk:Баймұрат ky:Баймурат tg:Боймурод uz:Boymurod uc:Боймурод tk:Baýmyrat "
      "ru:Боймурод,Баймурат,Баймурад" },
    { "burhoniddin", 'm',
      "tg:Бурҳониддин uz:Burhoniddin uc:Бурҳониддин ru:Бурхониддин,Бурханиддин,Бурхануддин "
      "xx:Burhanuddin,Burhanettin" },
    { "dostmuhammad", 'm',
      "kk:Досмұхамед,Досмұхамбет,Досмағамбет ky:Досмамбет tg:Дӯстмуҳаммад uz:Doʻstmuhammad "
      "uc:Дўстмуҳаммад tk:Dostmuhammet "
      "ru:Дустмухаммад,Дустмухамед,Досмухамбет,Досмухамед,Достмухамед,Досмамбет,Досмагамбет "
      "xx:Dost_Mohammad" },
    { "dostmurod", 'm',
      "tg:Дӯстмурод uz:Doʻstmurod uc:Дўстмурод ru:Дустмурод,Достмурат,Дустмурад" },
    { "ehsoniddin", 'm', "tg:Эҳсониддин uz:Ehsoniddin uc:Эҳсониддин ru:Эхсониддин" },
    { "elmurod", 'm',
      "kk:Елмұрат tg:Элмурод uz:Elmurod uc:Элмурод ru:Элмурод,Эльмурад,Елмурат,Эльмурат" },
    { "ermuhammad", 'm',
      "kk:Ермұхамед,Ермұхамбет,Ермағамбет uz:Ermuhammad uc:Эрмуҳаммад "
      "ru:Ермухамед,Ермухамбет,Эрмухаммад,Ермагамбет" },
    { "eshmat", 'm', "ky:Эшмат tg:Эшмат uz:Eshmat uc:Эшмат ru:Эшмат" },
    { "eshmurod", 'm', "tg:Эшмурод uz:Eshmurod uc:Эшмурод ru:Эшмурод,Эшмурад,Эшмурат" },
    { "fakhriddin", 'm',
      "kk:Фахриддин ky:Факырдин,Фахридин tg:Фахриддин uz:Faxriddin uc:Фахриддин "
      "ru:Фахриддин,Фахридин,Фахруддин,Фахретдин xx:Fakhruddin,Fahrettin,Fəxrəddin,Пахриддин" },
    { "fathulla", 'm',
      "kk:Фатхолла tg:Фатҳулло uz:Fatxulla,Fathulla uc:Фатхулла,Фатҳулла "
      "ru:Фатхулла,Фатхулло,Патхулла xx:Fathullah,Fethullah" },
    { "fayzulla", 'm',
      "kk:Файзолла ky:Файзулла tg:Файзулло uz:Fayzulla,Fayzulloh uc:Файзулла,Файзуллоҳ "
      "ru:Файзулла,Файзулло,Фейзулла xx:Faizullah,Feyzullah,Feyzulla" },
    { "fazliddin", 'm',
      "ky:Фазлидин tg:Фазлиддин uz:Fazliddin uc:Фазлиддин ru:Фазлиддин,Фазлидин xx:Fazluddin" },
    { "gaybulla", 'm',
      "kk:Ғайболла tg:Ғайбулло uz:Gʻaybulla,Gʻaybulloh uc:Ғайбулла,Ғайбуллоҳ "
      "ru:Гайбулла,Гайбулло" },
    { "ghiyosiddin", 'm',
      "kk:Ғиясиддин ky:Гиясидин tg:Ғиёсиддин uz:Gʻiyosiddin uc:Ғиёсиддин "
      "ru:Гиясиддин,Гиёсиддин,Гиясуддин,Гиясидин xx:Ghiasuddin,Giyasettin" },
    { "habibulla", 'm',
      "kk:Хабибулла,Қабиболла ky:Абибулла,Кабибилла tg:Ҳабибулло uz:Habibulla,Habibulloh "
      "uc:Ҳабибулла,Ҳабибуллоҳ tk:Habybulla ru:Хабибулла,Хабибулло,Абибулла,Габибулла "
      "xx:Habibullah" },
    { "hamidulla", 'm',
      "kk:Хамидолла,Хамидулла tg:Ҳамидулло uz:Hamidulla,Hamidulloh uc:Ҳамидулла,Ҳамидуллоҳ "
      "ru:Хамидулла,Хамидулло xx:Hamidullah" },
    { "hidoyatulla", 'm',
      "kk:Хидаятолла ky:Идаятулла tg:Ҳидоятулло uz:Hidoyatulla,Hidoyatulloh "
      "uc:Ҳидоятулла,Ҳидоятуллоҳ ru:Хидоятулло,Хидоятулла,Хидаятулла,Идаятулла "
      "xx:Hidayatullah,Hedayatullah" },
    { "hikmatulla", 'm',
      "kk:Хикматулла ky:Икматулла tg:Ҳикматулло uz:Hikmatulla,Hikmatulloh "
      "uc:Ҳикматулла,Ҳикматуллоҳ ru:Хикматулла,Хикматулло,Икматулла xx:Hekmatullah" },
    { "hisomiddin", 'm',
      "tg:Ҳисомиддин uz:Hisomiddin uc:Ҳисомиддин ru:Хисомиддин,Хисамиддин,Хисамутдин "
      "xx:Hosamuddin,Hüsamettin" },
    { "husniddin", 'm',
      "ky:Хуснидин tg:Ҳусниддин uz:Husniddin uc:Ҳусниддин ru:Хусниддин,Хуснидин xx:Hüsnüddin" },
    { "ibodulla", 'm',
      "kk:Ибадулла ky:Ибадулла tg:Ибодулло uz:Ibodulla,Ibodulloh uc:Ибодулла,Ибодуллоҳ "
      "ru:Ибодулла,Ибодулло,Ибадулла,Ибадуллах xx:Ebadullah" },
    { "ikhtiyoriddin", 'm', "tg:Ихтиёриддин uz:Ixtiyoriddin uc:Ихтиёриддин ru:Ихтиёриддин" },
    { "imomiddin", 'm',
      "tg:Имомиддин uz:Imomiddin uc:Имомиддин ru:Имомиддин,Имамиддин,Имамутдин "
      "xx:Imamuddin,Emamuddin" },
    { "inoyatulla", 'm',
      "kk:Инаятулла tg:Иноятулло uz:Inoyatulla,Inoyatulloh uc:Иноятулла,Иноятуллоҳ "
      "ru:Иноятулла,Иноятулло,Инаятулла xx:Enayatullah" },
    { "islomiddin", 'm',
      "ky:Исламидин tg:Исломиддин uz:Islomiddin uc:Исломиддин "
      "ru:Исломиддин,Исламиддин,Исламидин,Исламуддин xx:Islamuddin" },
    { "ismatulla", 'm',
      "kk:Исматулла ky:Исматулла tg:Исматулло uz:Ismatulla,Ismatulloh uc:Исматулла,Исматуллоҳ "
      "ru:Исматулла,Исматулло xx:Esmatullah,Ismatullah" },
    { "isomiddin", 'm',
      "ky:Исамидин tg:Исомиддин uz:Isomiddin uc:Исомиддин "
      "ru:Исомиддин,Исамиддин,Исамидин,Исомуддин xx:Esamuddin" },
    { "izzatiddin", 'm',
      "tg:Иззатиддин uz:Izzatiddin uc:Иззатиддин ru:Иззатиддин xx:Izzuddin,İzzettin" },
    { "izzatulla", 'm',
      "kk:Иззатулла ky:Иззатулла tg:Иззатулло uz:Izzatulla,Izzatulloh uc:Иззатулла,Иззатуллоҳ "
      "ru:Иззатулла,Иззатулло xx:Ezzatullah" },
    { "jaloliddin", 'm',
      "kk:Жалалиддин ky:Жалалидин tg:Ҷалолиддин uz:Jaloliddin uc:Жалолиддин tk:Jelaleddin "
      "ru:Джалолиддин,Жалолиддин,Джалалиддин,Жалалидин,Джалалуддин,Джалалутдин,Джелаладдин "
      "xx:Jalaluddin,Celalettin,Cəlaləddin" },
    { "jamoliddin", 'm',
      "kk:Жамалиддин ky:Жамалидин tg:Ҷамолиддин uz:Jamoliddin uc:Жамолиддин "
      "ru:Джамолиддин,Жамолиддин,Джамалиддин,Жамалидин,Джамалуддин,Джамалутдин,Джамаладдин "
      "xx:Jamaluddin,Cemalettin,Camaləddin" },
    { "jonibek", 'm',
      "kk:Жәнібек ky:Жаныбек tg:Ҷонибек uz:Jonibek uc:Жонибек tk:Janybek "
      "ru:Джанибек,Жаныбек,Жанибек,Жонибек,Джаныбек,Джонибек xx:Canıbek" },
    { "jonmuhammad", 'm',
      "kk:Жанмұхамбет,Жанмұхамед tg:Ҷонмуҳаммад uz:Jonmuhammad uc:Жонмуҳаммад "
      "ru:Джонмухаммад,Жанмухамед,Жанмухамбет,Жонмухаммад xx:Jan_Mohammad" },
    { "jumamurod", 'm',
      "kk:Жұмамұрат uz:Jumamurod uc:Жумамурод tk:Jumamyrat ru:Джумамурат,Жумамурат,Жумамурод" },
    { "kamoliddin", 'm',
      "kk:Камалиддин ky:Камалидин tg:Камолиддин uz:Kamoliddin uc:Камолиддин tk:Kemaleddin "
      "ru:Камолиддин,Камалиддин,Камалидин,Камалуддин,Камалутдин,Кямаладдин "
      "xx:Kamaluddin,Kemalettin,Kəmaləddin" },
    { "karomatulla", 'm',
      "tg:Кароматулло uz:Karomatulla uc:Кароматулла ru:Кароматулло,Кароматулла xx:Karamatullah" },
    { "khayriddin", 'm',
      "ky:Кайрыдин tg:Хайриддин uz:Xayriddin uc:Хайриддин "
      "ru:Хайриддин,Хайридин,Хайруддин,Хайретдин,Кайрыдин xx:Khairuddin,Hayrettin" },
    { "khayrulla", 'm',
      "kk:Қайролла,Хайролла tg:Хайрулло uz:Xayrulla,Xayrulloh uc:Хайрулла,Хайруллоҳ "
      "ru:Хайрулла,Хайрулло,Кайролла xx:Khairullah,Hayrullah" },
    { "khojamuhammad", 'm', "tg:Хоҷамуҳаммад tk:Hojamuhammet ru:Ходжамухамед,Ходжамухаммад" },
    { "kholdor", 'm', "ky:Калдар tg:Холдор uz:Xoldor uc:Холдор ru:Холдор,Халдар,Калдар" },
    { "kholiq", 'm', "ky:Калык tg:Холиқ uz:Xoliq uc:Холиқ ru:Холик,Халик,Калык xx:Khaliq" },
    { "kholmirzo", 'm',
      "kk:Қалмырза ky:Калмырза tg:Холмирзо uz:Xolmirzo uc:Холмирзо "
      "ru:Холмирза,Халмирза,Холмирзо,Калмырза" },
    { "kholmuhammad", 'm',
      "ky:Калмамат tg:Холмуҳаммад uz:Xolmuhammad uc:Холмуҳаммад tk:Halmuhammet "
      "ru:Холмухаммад,Халмухамед,Холмухамед,Калмамат" },
    { "kholmurod", 'm',
      "kk:Қалмұрат ky:Калмурат tg:Холмурод uz:Xolmurod uc:Холмурод tk:Halmyrat "
      "ru:Холмурод,Халмурад,Халмурат,Калмурат" },
    { "khudoyberdi", 'm',
      "kk:Құдайберді ky:Кудайберди tg:Худойбердӣ,Худоберд uz:Xudoyberdi,Xudayberdi "
      "uc:Худойберди,Худайберди tk:Hudaýberdi ru:Худайберди,Худойберди,Кудайберди" },
    { "khudoybergan", 'm',
      "kk:Құдайберген ky:Кудайберген uz:Xudoybergan uc:Худойберган tk:Hudaýbergen "
      "ru:Худайберген,Худойберган,Кудайберген" },
    { "khudoymurod", 'm',
      "tg:Худоймурод uz:Xudoymurod uc:Худоймурод tk:Hudaýmyrat ru:Худоймурод,Худаймурад" },
    { "khudoynazar", 'm',
      "kk:Құдайназар ky:Кудайназар tg:Худойназар uz:Xudoynazar uc:Худойназар tk:Hudaýnazar "
      "ru:Худайназар,Худойназар,Кудайназар" },
    { "lutfulla", 'm',
      "kk:Лұтфолла ky:Лутпулла tg:Лутфулло uz:Lutfulla,Lutfulloh uc:Лутфулла,Лутфуллоҳ "
      "ru:Лутфулла,Лутфулло,Лутпулла xx:Lutfullah,Lotfullah,Lütfullah" },
    { "mahmadamin", 'm', "tg:Маҳмадамин uz:Mahmadamin uc:Маҳмадамин ru:Махмадамин" },
    { "mahmadrahim", 'm', "tg:Маҳмадраҳим ru:Махмадрахим" },
    { "mahmadrajab", 'm', "tg:Маҳмадраҷаб ru:Махмадраджаб" },
    { "mahmadyusuf", 'm', "tg:Маҳмадюсуф ru:Махмадюсуф" },
    { "mahmadzoir", 'm', "tg:Маҳмадзоир ru:Махмадзоир" },
    { "mahmatqul", 'm', "tg:Маҳмадқул,Маҳмадкул uz:Mahmatqul uc:Маҳматқул ru:Махмадкул,Махматкул" },
    { "mamajon", 'm', "ky:Мамажан uz:Mamajon uc:Мамажон ru:Мамаджан,Мамажон,Мамажан" },
    { "mamasali", 'm', "ky:Мамасалы uz:Mamasoli uc:Мамасоли ru:Мамасалы,Мамасоли,Мамасали" },
    { "mamasharif", 'm', "ky:Мамашарип uz:Mamasharif uc:Мамашариф ru:Мамашариф,Мамашарип" },
    { "mamasodiq", 'm', "ky:Мамасадык uz:Mamasodiq uc:Мамасодиқ ru:Мамасадык,Мамасодик" },
    { "mamatjan", 'm', "ky:Маматжан uz:Mamatjon uc:Маматжон ru:Маматжан,Маматжон,Маматджан" },
    { "mirali", 'm', "tg:Миралӣ uz:Mirali uc:Мирали ru:Мирали" },
    { "miraziz", 'm', "tg:Миразиз uz:Miraziz uc:Миразиз ru:Миразиз" },
    { "mirbek", 'm', "kk:Мирбек ky:Мирбек ru:Мирбек" },
    { "mirjalol", 'm', "tg:Мирҷалол uz:Mirjalol uc:Миржалол ru:Миржалол,Мирджалол,Миржалал" },
    { "mirkarim", 'm', "tg:Миркарим uz:Mirkarim uc:Миркарим ru:Миркарим" },
    { "mirlan", 'm', "kk:Мирлан ky:Мирлан ru:Мирлан" },
    { "mirlanbek", 'm', "ky:Мирланбек ru:Мирланбек" },
    { "mirsaid", 'm', "ky:Мирсаид tg:Мирсаид uz:Mirsaid uc:Мирсаид ru:Мирсаид xx:Мирсәет" },
    { "mirvohid", 'm', "tg:Мирвоҳид uz:Mirvohid uc:Мирвоҳид ru:Мирвохид" },
    { "mirzaahmad", 'm',
      "kk:Мырзахмет tg:Мирзоаҳмад uz:Mirzaahmad uc:Мирзааҳмад "
      "ru:Мирзаахмад,Мирзоахмад,Мырзахмет,Мирзахмат" },
    { "mirzaali", 'm',
      "kk:Мырзағали ky:Мырзаали tg:Мирзоалӣ uz:Mirzaali uc:Мирзаали "
      "ru:Мирзаали,Мирзоали,Мырзагали" },
    { "mirzabek", 'm',
      "kk:Мырзабек ky:Мырзабек tg:Мирзобек uz:Mirzabek uc:Мирзабек "
      "ru:Мирзабек,Мырзабек,Мирзобек" },
    { "mirzohid", 'm', "tg:Мирзоҳид uz:Mirzohid uc:Мирзоҳид ru:Мирзохид,Мирзахид" },
    { "muhammadiso", 'm', "tg:Муҳаммадисо uz:Muhammadiso uc:Муҳаммадисо ru:Мухаммадисо" },
    { "muhibulla", 'm',
      "tg:Муҳибулло uz:Muhibulla,Muhibulloh uc:Муҳибулла,Муҳибуллоҳ ru:Мухибулла,Мухибулло "
      "xx:Mohibullah" },
    { "muhiddin", 'm',
      "kk:Мұхитдин ky:Мухидин,Мухитдин tg:Муҳиддин uz:Muhiddin uc:Муҳиддин "
      "ru:Мухиддин,Мухидин,Мухитдин,Мухетдин xx:Mohiuddin,Muhittin" },
    { "muslihiddin", 'm',
      "tg:Муслиҳиддин uz:Muslihiddin uc:Муслиҳиддин ru:Муслихиддин,Муслиддин xx:Muslihuddin" },
    { "najibulla", 'm',
      "tg:Наҷибулло uz:Najibulla,Najibulloh uc:Нажибулла,Нажибуллоҳ "
      "ru:Наджибулла,Нажибулла,Наджибулло xx:Najibullah" },
    { "najmiddin", 'm',
      "kk:Нәжімеддин ky:Нажимидин tg:Наҷмиддин uz:Najmiddin uc:Нажмиддин tk:Nejmeddin "
      "ru:Наджмиддин,Нажмиддин,Нажмидин,Нажмутдин,Наджмуддин xx:Najmuddin,Necmettin,Нажмеддин" },
    { "nasriddin", 'm',
      "kk:Насреддин,Насыреддин ky:Насирдин,Насридин tg:Насриддин uz:Nasriddin uc:Насриддин "
      "tk:Nasreddin ru:Насриддин,Насреддин,Насридин,Насирдин,Насрутдин,Насруддин "
      "xx:Nasruddin,Nasrettin" },
    { "nasrulla", 'm',
      "kk:Насролла ky:Насирулла tg:Насрулло uz:Nasrulla,Nasrulloh uc:Насрулла,Насруллоҳ "
      "ru:Насрулла,Насрулло xx:Nasrullah" },
    { "nazarmuhammad", 'm',
      "kk:Назармұхамед tg:Назармуҳаммад uz:Nazarmuhammad uc:Назармуҳаммад tk:Nazarmuhammet "
      "ru:Назармухаммад,Назармухамед xx:Nazar_Mohammad" },
    { "nematulla", 'm',
      "kk:Нығметолла ky:Нематулла tg:Неъматулло uz:Neʼmatulla,Neʼmatulloh "
      "uc:Неъматулла,Неъматуллоҳ "
      "ru:Нематулла,Неъматулло,Нигматулла,Нигматулло,Ныгметулла,Неъматулла "
      "xx:Nematullah,Nimatullah,Нигъмәтулла" },
    { "niyozmuhammad", 'm',
      "tg:Ниёзмуҳаммад uz:Niyozmuhammad uc:Ниёзмуҳаммад tk:Nyýazmuhammet "
      "ru:Ниязмухаммад,Ниёзмухаммад,Ниязмухамед xx:Niaz_Mohammad" },
    { "nizomiddin", 'm',
      "kk:Низамиддин ky:Низамидин tg:Низомиддин uz:Nizomiddin uc:Низомиддин "
      "ru:Низомиддин,Низамиддин,Низамидин,Низамутдин,Низамуддин "
      "xx:Nizamuddin,Nezamuddin,Nizamettin" },
    { "normuhammad", 'm',
      "tg:Нормуҳаммад uz:Normuhammad uc:Нормуҳаммад ru:Нормухаммад,Нормухамед,Нармухамед" },
    { "normurod", 'm', "tg:Нормурод uz:Normurod uc:Нормурод ru:Нормурод,Нормурат,Нармурад" },
    { "nosiriddin", 'm',
      "tg:Носириддин uz:Nosiriddin uc:Носириддин ru:Носириддин,Насириддин xx:Nasiruddin" },
    { "nuradil", 'm', "kk:Нұрәділ,Нұрадил ky:Нурадил ru:Нурадиль,Нурадил" },
    { "nurali", 'm',
      "kk:Нұрәлі,Нұрғали ky:Нурали tg:Нуралӣ uz:Nurali uc:Нурали tk:Nuraly ru:Нурали,Нургали "
      "xx:Noor_Ali" },
    { "nurbakyt", 'm', "kk:Нұрбақыт ru:Нурбахыт,Нурбакыт" },
    { "nurbek", 'm', "kk:Нұрбек ky:Нурбек tg:Нурбек uz:Nurbek uc:Нурбек tk:Nurbek ru:Нурбек" },
    { "nurberdi", 'm', "kk:Нұрберді ky:Нурберди tk:Nurberdi ru:Нурберди" },
    { "nurbol", 'm', "kk:Нұрбол ru:Нурбол" },
    { "nurbolat", 'm', "kk:Нұрболат ky:Нурболот ru:Нурболат,Нурболот,Нурбулат" },
    { "nurdaulet", 'm', "kk:Нұрдәулет ky:Нурдөөлөт ru:Нурдаулет,Нурдоолот" },
    { "nurdos", 'm', "kk:Нұрдос ru:Нурдос" },
    { "nurgeldi", 'm', "kk:Нұргелді ky:Нургелди tk:Nurgeldi ru:Нургельды,Нургелди" },
    { "nuriddin", 'm',
      "kk:Нұриддин,Нұрадин ky:Нуридин,Нурдин tg:Нуриддин uz:Nuriddin uc:Нуриддин tk:Nureddin "
      "ru:Нуриддин,Нуридин,Нурдин,Нуреддин,Нурутдин,Нуруддин,Нурадин,Нуретдин "
      "xx:Nuruddin,Nurettin,Нурди,Nooruddin" },
    { "nurislam", 'm', "kk:Нұрислам ky:Нурислам uz:Nurislom uc:Нурислом ru:Нурислам,Нурислом" },
    { "nurjan", 'm', "kk:Нұржан ky:Нуржан uz:Nurjon uc:Нуржон ru:Нуржан,Нуржон,Нурджан" },
    { "nurjigit", 'm', "kk:Нұржігіт ky:Нуржигит ru:Нуржигит" },
    { "nurkeldi", 'm', "kk:Нұркелді ru:Нуркельды,Нуркелды" },
    { "nurken", 'm', "kk:Нұркен ru:Нуркен" },
    { "nurlan", 'm',
      "kk:Нұрлан ky:Нурлан tg:Нурлон uz:Nurlan uc:Нурлан tk:Nurlan ru:Нурлан,Нурлон" },
    { "nurlanbek", 'm', "kk:Нұрланбек ky:Нурланбек ru:Нурланбек" },
    { "nurmambet", 'm', "ky:Нурмамбет ru:Нурмамбет" },
    { "nurmat", 'm', "kk:Нұрмат ky:Нурмат uz:Nurmat uc:Нурмат ru:Нурмат" },
    { "nurmuhammad", 'm',
      "kk:Нұрмұхамед,Нұрмұхаммед,Нұрмұхамбет,Нұрмағамбет ky:Нурмухаммед tg:Нурмуҳаммад "
      "uz:Nurmuhammad uc:Нурмуҳаммад tk:Nurmuhammet "
      "ru:Нурмухаммад,Нурмухамед,Нурмухамет,Нурмухаммед,Нурмагомед,Нурмамед,Нурмагамбет "
      "xx:Nur_Mohammad,Noor_Mohammad" },
    { "nurmurod", 'm',
      "kk:Нұрмұрат ky:Нурмурат uz:Nurmurod uc:Нурмурод tk:Nurmyrat "
      "ru:Нурмурат,Нурмурод,Нурмурад" },
    { "nurpeis", 'm', "kk:Нұрпейіс ru:Нурпеис" },
    { "nursat", 'm', "kk:Нұрсат ru:Нурсат" },
    { "nurseit", 'm', "kk:Нұрсейіт ky:Нурсейит ru:Нурсеит" },
    { "nursultan", 'm', "kk:Нұрсұлтан ky:Нурсултан tg:Нурсултон ru:Нурсултан" },
    { "nurtas", 'm', "kk:Нұртас ru:Нуртас" },
    { "nurtilek", 'm', "kk:Нұртілек ky:Нуртилек ru:Нуртилек" },
    { "nurulla", 'm',
      "kk:Нұролла ky:Нурулла tg:Нурулло uz:Nurulla,Nurulloh uc:Нурулла,Нуруллоҳ tk:Nurylla "
      "ru:Нурулла,Нурулло,Нуролла xx:Nurullah,Noorullah" },
    { "nurym", 'm', "kk:Нұрым ru:Нурым" },
    { "nurzat", 'u', "kk:Нұрзат ky:Нурзат ru:Нурзат" },
    { "obidulla", 'm', "tg:Обидулло uz:Obidulla uc:Обидулла ru:Обидулло,Обидулла xx:Abidullah" },
    { "ollomurod", 'm',
      "kk:Алламұрат tg:Олломурод uz:Ollomurod,Ollamurod uc:Олломурод,Олламурод tk:Allamyrat "
      "ru:Алламурат,Олломурод,Алламурад" },
    { "pirmuhammad", 'm',
      "kk:Пірмұхамед ky:Пирмамат tg:Пирмуҳаммад uz:Pirmuhammad uc:Пирмуҳаммад tk:Pirmuhammet "
      "ru:Пирмухаммад,Пирмухамед,Пирмамат" },
    { "qamariddin", 'm',
      "kk:Қамариддин ky:Камардин tg:Қамариддин uz:Qamariddin uc:Қамариддин "
      "ru:Камариддин,Камардин xx:Qamaruddin,Kamarudin" },
    { "qiyomiddin", 'm',
      "tg:Қиёмиддин uz:Qiyomiddin uc:Қиёмиддин ru:Киёмиддин,Киямиддин xx:Qiyamuddin,Qeyamuddin" },
    { "qudratulla", 'm',
      "ky:Кудратилла tg:Қудратулло uz:Qudratulla,Qudratulloh uc:Қудратулла,Қудратуллоҳ "
      "ru:Кудратулла,Кудратулло,Кудратилла xx:Qudratullah" },
    { "qurbonmuhammad", 'm',
      "tg:Қурбонмуҳаммад tk:Gurbanmuhammet ru:Гурбанмухамед,Курбонмухаммад,Курбанмухамед" },
    { "qurbonmurod", 'm',
      "tg:Қурбонмурод uz:Qurbonmurod uc:Қурбонмурод tk:Gurbanmyrat "
      "ru:Курбонмурод,Курбанмурат,Гурбанмурат,Курбанмурад" },
    { "qutbiddin", 'm',
      "kk:Құтбеддин tg:Қутбиддин uz:Qutbiddin uc:Қутбиддин ru:Кутбиддин,Кутбидин,Кутбуддин "
      "xx:Qutbuddin,Kutbettin" },
    { "rahmatulla", 'm',
      "kk:Рахметолла,Рахматулла ky:Рахматулла tg:Раҳматулло uz:Rahmatulla,Rahmatulloh "
      "uc:Раҳматулла,Раҳматуллоҳ tk:Rahmetulla ru:Рахматулла,Рахматулло,Рахметолла,Рахметулла "
      "xx:Rahmatullah,Rəhmətulla" },
    { "ruhulla", 'm',
      "kk:Рухолла tg:Рӯҳулло uz:Ruhulla,Ruhulloh uc:Руҳулла,Руҳуллоҳ ru:Рухулла,Рухулло "
      "xx:Ruhullah,Roohullah,Ruhollah" },
    { "rukniddin", 'm', "tg:Рукниддин uz:Rukniddin uc:Рукниддин ru:Рукниддин xx:Ruknuddin" },
    { "sadriddin", 'm',
      "kk:Садриддин ky:Садирдин,Садридин tg:Садриддин uz:Sadriddin uc:Садриддин "
      "ru:Садриддин,Садридин,Садретдин,Садруддин,Садирдин xx:Sadruddin,Sadrettin" },
    { "sadulla", 'm',
      "kk:Садолла ky:Садулла tg:Саъдулло uz:Saʼdulla,Saʼdulloh uc:Саъдулла,Саъдуллоҳ "
      "ru:Садулла,Саъдулло,Сагдулла,Сагъдулла,Саъдулла xx:Saadullah,Sadullah" },
    { "saifulla", 'm',
      "kk:Сайфолла,Сайфулла ky:Сайпулла,Сайфулла tg:Сайфулло uz:Sayfulla,Sayfulloh "
      "uc:Сайфулла,Сайфуллоҳ ru:Сайфулла,Сайфулло,Сайпулла xx:Saifullah,Seyfullah,Сәйфулла" },
    { "salohiddin", 'm',
      "kk:Салахиддин ky:Салахидин tg:Салоҳиддин uz:Salohiddin uc:Салоҳиддин "
      "ru:Салохиддин,Салахиддин,Салахидин,Салахуддин,Салахутдин,Салахитдин "
      "xx:Salahuddin,Selahattin,Səlahəddin" },
    { "samiulla", 'm', "tg:Самиулло uz:Samiulla uc:Самиулла ru:Самиулла,Самиулло xx:Samiullah" },
    { "sayfiddin", 'm',
      "kk:Сәйфиддин,Сәйпидин ky:Сайпидин,Сайфидин tg:Сайфиддин uz:Sayfiddin uc:Сайфиддин "
      "ru:Сайфиддин,Сайфидин,Сайпидин,Сайфуддин,Сайфутдин "
      "xx:Saifuddin,Seyfettin,Seyfəddin,Saypidin" },
    { "shafiulla", 'm', "tg:Шафиулло uz:Shafiulla uc:Шафиулла ru:Шафиулла xx:Shafiullah" },
    { "shahobiddin", 'm',
      "kk:Шаһабиддин tg:Шаҳобиддин uz:Shahobiddin uc:Шаҳобиддин "
      "ru:Шахобиддин,Шахабиддин,Шахабутдин,Шахабуддин,Шихабуддин xx:Shahabuddin,Şehabettin" },
    { "shakhzod", 'm',
      "kk:Шахзат ky:Шахзод tg:Шаҳзод,Шоҳзод uz:Shahzod,Shohzod uc:Шаҳзод,Шоҳзод "
      "ru:Шахзод,Шохзод,Шахзад,Шахзат" },
    { "shamsiddin", 'm',
      "kk:Шәмшиддин,Шамсиддин ky:Шамшидин,Шамсидин tg:Шамсиддин uz:Shamsiddin uc:Шамсиддин "
      "tk:Şemseddin ru:Шамсиддин,Шамсидин,Шамшидин,Шамсутдин,Шамсуддин,Шамшиддин,Шемседдин "
      "xx:Shamsuddin,Şemsettin,Şəmsəddin" },
    { "sharofiddin", 'm',
      "kk:Шарафиддин ky:Шарабидин tg:Шарофиддин,Шарафиддин uz:Sharofiddin uc:Шарофиддин "
      "ru:Шарофиддин,Шарафиддин,Шарафидин,Шарафутдин,Шарафуддин,Шарабидин "
      "xx:Sharafuddin,Şerafettin" },
    { "sherali", 'm', "kk:Шерәлі ky:Шерали tg:Шералӣ uz:Sherali uc:Шерали ru:Шерали xx:Sher_Ali" },
    { "sherbek", 'm', "tg:Шербек uz:Sherbek uc:Шербек ru:Шербек" },
    { "shermat", 'm', "ky:Шермат tg:Шермат uz:Shermat uc:Шермат ru:Шермат" },
    { "shermuhammad", 'm',
      "tg:Шермуҳаммад uz:Shermuhammad uc:Шермуҳаммад tk:Şirmuhammet ru:Шермухаммад,Шермухамед "
      "xx:Sher_Mohammad,Shir_Mohammad" },
    { "sherzod", 'm',
      "kk:Шерзат ky:Шерзат,Шерзод tg:Шерзод uz:Sherzod uc:Шерзод ru:Шерзод,Шерзад,Шерзат" },
    { "shohjahon", 'm',
      "tg:Шоҳҷаҳон uz:Shohjahon uc:Шоҳжаҳон ru:Шохжахон,Шохджахон,Шахджахан xx:Shah_Jahan" },
    { "shohruh", 'm',
      "kk:Шахрух ky:Шахрух tg:Шоҳрух uz:Shohruh,Shohrux uc:Шоҳруҳ,Шоҳрух ru:Шохрух,Шахрух" },
    { "shomurod", 'm',
      "kk:Шамұрат ky:Шамурат tg:Шомурод uz:Shomurod uc:Шомурод tk:Şamyrat "
      "ru:Шомурод,Шамурат,Шамурад,Шахмурад" },
    { "shujoiddin", 'm',
      "tg:Шуҷоиддин uz:Shujoiddin uc:Шужоиддин ru:Шуджоиддин,Шужоиддин xx:Shujauddin" },
    { "shukrulla", 'm',
      "kk:Шүкірұлла tg:Шукрулло uz:Shukrulla,Shukrulloh uc:Шукрулла,Шукруллоҳ "
      "ru:Шукрулла,Шукрулло,Шукурулла xx:Shukrullah,Şükrullah,Şükrülla" },
    { "sirojiddin", 'm',
      "kk:Сиражиддин ky:Сыражидин,Сиражидин tg:Сироҷиддин uz:Sirojiddin uc:Сирожиддин "
      "ru:Сироджиддин,Сирожиддин,Сираджиддин,Сиражидин,Сиражиддин,Сиражутдин,Сираджуддин "
      "xx:Sirajuddin,Seraceddin" },
    { "sunnatulla", 'm',
      "tg:Суннатулло uz:Sunnatulla,Sunnatulloh uc:Суннатулла,Суннатуллоҳ "
      "ru:Суннатулла,Суннатулло,Суннатилла,Сунатулла" },
    { "tashmurod", 'm',
      "ky:Ташмурат tg:Тошмурод uz:Toshmurod uc:Тошмурод ru:Ташмурад,Тошмурод,Ташмурат" },
    { "tojiali", 'm', "ky:Тажиали uz:Tojiali uc:Тожиали ru:Таджиали,Тожиали" },
    { "tojiboy", 'm',
      "kk:Тәжібай ky:Тажибай tg:Тоҷибой uz:Tojiboy uc:Тожибой "
      "ru:Таджибай,Тожибой,Тажибай,Тоджибой" },
    { "tojiddin", 'm',
      "kk:Тәжідин ky:Тажидин tg:Тоҷиддин uz:Tojiddin uc:Тожиддин tk:Täjeddin "
      "ru:Таджиддин,Тоджиддин,Тожиддин,Тажидин,Тажутдин,Таджуддин xx:Tajuddin,Taceddin" },
    { "tojimurod", 'm',
      "tg:Тоҷимурод uz:Tojimurod uc:Тожимурод tk:Täçmyrat "
      "ru:Таджимурад,Тоджимурод,Тожимурод,Тачмурат,Таджимурат" },
    { "toshmat", 'm', "ky:Ташмат tg:Тошмат uz:Toshmat uc:Тошмат ru:Ташмат,Тошмат" },
    { "ubaydulla", 'm',
      "kk:Ғұбайдолла,Убайдулла ky:Убайдылда,Убайдулла tg:Убайдулло uz:Ubaydulla,Ubaydulloh "
      "uc:Убайдулла,Убайдуллоҳ ru:Убайдулла,Убайдулло,Губайдулла,Убайдилла "
      "xx:Obaidullah,Ubeydullah,Гобәйдулла" },
    { "yormuhammad", 'm',
      "kk:Жармұхамед tg:Ёрмуҳаммад uz:Yormuhammad uc:Ёрмуҳаммад "
      "ru:Ёрмухаммад,Ярмухамед,Ярмухаммад,Жармухамед xx:Yar_Mohammad" },
    { "zabihulla", 'm',
      "tg:Забеҳулло uz:Zabihulla,Zabihulloh uc:Забиҳулла,Забиҳуллоҳ "
      "ru:Забихулла,Забихулло,Забехулло xx:Zabihullah,Zabiullah" },
    { "zahiriddin", 'm',
      "kk:Заһириддин ky:Захиридин tg:Заҳириддин uz:Zahiriddin,Zahriddin uc:Заҳириддин,Заҳриддин "
      "ru:Захириддин,Захриддин,Захиридин,Захируддин xx:Zahiruddin,Zahirettin" },
    { "zayniddin", 'm',
      "kk:Зейнеддин ky:Зайнидин tg:Зайниддин uz:Zayniddin uc:Зайниддин "
      "ru:Зайниддин,Зайнидин,Зайнутдин,Зайнуддин xx:Zainuddin,Zeynettin" },
    { "zikrulla", 'm',
      "tg:Зикрулло uz:Zikrulla uc:Зикрулла ru:Зикрулла,Зикрулло,Зикирилла xx:Zikrullah" },
    { "ziyodulla", 'm',
      "tg:Зиёдулло uz:Ziyodulla,Ziyodulloh uc:Зиёдулла,Зиёдуллоҳ ru:Зиёдулла,Зиёдулло,Зиядулла" },
    { "ziyoviddin", 'm',
      "kk:Зияддин ky:Зыядин,Зияидин tg:Зиёуддин,Зиёвуддин uz:Ziyovuddin,Ziyoviddin "
      "uc:Зиёвуддин,Зиёвиддин "
      "ru:Зиёвуддин,Зияуддин,Зиёвиддин,Зиявуддин,Зиявиддин,Зиядин,Зиётдин,Зиятдин,Зиёдин "
      "xx:Ziauddin,Ziyaddin,Ziyaettin" },
    { "zuhriddin", 'm',
      "tg:Зуҳриддин uz:Zuhriddin,Zuhuriddin uc:Зуҳриддин,Зуҳуриддин "
      "ru:Зухриддин,Зухуриддин,Зухридин" },
};
