/* SPDX-License-Identifier: Apache-2.0 */

/* Names of men that came with Islam, and what is made of them with -bek, -jon, -ali. */
#include "name/lexicon/entries.h"

const struct lexicon_entry lexicon_arabic_male[] = {
    { "abbas", 'm',
      "kk:Аббас ky:Аббас tg:Аббос uz:Abbos uc:Аббос tk:Abbas ru:Аббас,Аббос xx:عباس" },
    { "abdufattoh", 'm',
      "tg:Абдуфаттоҳ uz:Abdufattoh uc:Абдуфаттоҳ ru:Абдуфаттох,Абдуфаттах,Абдулфаттах "
      "xx:Abdul_Fattah" },
    { "abdugaffor", 'm',
      "kk:Әбдіғаппар ky:Абдыгапар tg:Абдуғаффор uz:Abdugʻaffor uc:Абдуғаффор "
      "ru:Абдугаффор,Абдугаффар,Абдыгапар,Абдугаппар xx:Abdul_Ghaffar,Абдулгаффар" },
    { "abdugafur", 'm',
      "tg:Абдуғафур uz:Abdugʻafur uc:Абдуғафур ru:Абдугафур,Абдулгафур "
      "xx:Abdul_Ghafoor,Abdul_Ghafur" },
    { "abdugani", 'm',
      "kk:Әбдіғани ky:Абдыгани tg:Абдуғанӣ uz:Abdugʻani uc:Абдуғани tk:Abdygany "
      "ru:Абдугани,Абдыгани,Абдулгани xx:Абдул_Гани,Abdul_Ghani,Abdulghani" },
    { "abduhakim", 'm',
      "kk:Әбдіхакім ky:Абдыаким tg:Абдулҳаким,Абдуҳаким uz:Abdulhakim,Abduhakim "
      "uc:Абдулҳаким,Абдуҳаким tk:Abdylhekim ru:Абдулхаким,Абдухаким "
      "xx:Ablikim,Абликим,Abdul_Hakim" },
    { "abduhalim", 'm',
      "kk:Әбдіхалим tg:Абдулҳалим,Абдуҳалим uz:Abduhalim,Abdulhalim uc:Абдуҳалим,Абдулҳалим "
      "ru:Абдухалим,Абдулхалим xx:Abdul_Halim" },
    { "abduhamid", 'm',
      "kk:Әбдіхамит ky:Абдыхамит tg:Абдулҳамид,Абдуҳамид uz:Abdulhamid,Abduhamid "
      "uc:Абдулҳамид,Абдуҳамид tk:Abdylhemit ru:Абдулхамид,Абдухамид,Абдулхамит "
      "xx:Ablimit,Аблимит,Abdul_Hamid,Абдул_Хамид,Abdülhamit" },
    { "abduhaq", 'm',
      "kk:Әбдіхақ tg:Абдулҳақ uz:Abdulhaq uc:Абдулҳақ ru:Абдулхак,Абдухак "
      "xx:Abdul_Haq,Abdulhaqq" },
    { "abdujabbor", 'm',
      "kk:Әбдіжаппар tg:Абдуҷаббор uz:Abdujabbor uc:Абдужаббор tk:Abdyjepbar "
      "ru:Абдуджаббор,Абдужаббор,Абдуджаббар,Абдужаппар xx:Abdul_Jabbar,Абдулджаббар" },
    { "abdujalil", 'm',
      "kk:Әбдіжәлел,Әбдіжәліл ky:Абдыжалил tg:Абдуҷалил uz:Abdujalil uc:Абдужалил tk:Abdyjelil "
      "ru:Абдуджалил,Абдужалил xx:Abdul_Jalil,Абдулджалил" },
    { "abdukarim", 'm',
      "kk:Әбдікерім,Әбдікәрім ky:Абдыкерим,Абдыкарим tg:Абдукарим uz:Abdukarim uc:Абдукарим "
      "tk:Abdykerim ru:Абдукарим,Абдыкерим,Абдукерим,Абдулкарим,Абдулкерим "
      "xx:Абдул_Карим,Abdul_Karim,Abdelkarim,Габделкарим,Əbdülkərim,Abdülkerim,عبدالکریم" },
    { "abdulahad", 'm',
      "tg:Абдулаҳад uz:Abdulahad uc:Абдулаҳад ru:Абдулахад xx:Abdul_Ahad,Abdulaxad" },
    { "abdulatif", 'm',
      "kk:Әбділатиф ky:Абдылатип tg:Абдуллатиф,Абдулатиф uz:Abdulatif,Abdullatif "
      "uc:Абдулатиф,Абдуллатиф tk:Abdyllatyp ru:Абдулатиф,Абдуллатиф,Абдулатип "
      "xx:Abdul_Latif,Габдуллатиф" },
    { "abdulaziz", 'm',
      "kk:Әбдіғазиз,Абдулазиз ky:Абдулазиз,Абдыазиз tg:Абдулазиз uz:Abdulaziz uc:Абдулазиз "
      "tk:Abdylaziz ru:Абдулазиз,Абдуазиз "
      "xx:Абдул_Азиз,Abdul_Aziz,Abdelaziz,Abliz,Аблиз,Abdüləziz,Əbdüləziz,Габделгазиз,عبدالعزیز" },
    { "abdulbosit", 'm',
      "tg:Абдубосит,Абдулбосит uz:Abdulbosit uc:Абдулбосит ru:Абдулбосит,Абдулбасит,Абдубосит "
      "xx:Abdul_Basit,Abdul_Baset" },
    { "abdulla", 'm',
      "kk:Абдолла,Абдулла ky:Абдулла,Абдылда tg:Абдулло uz:Abdulla,Abdulloh uc:Абдулла,Абдуллоҳ "
      "tk:Abdylla ru:Абдулла,Абдулло,Абдуллох,Абдылда,Абдолла "
      "xx:Abdullah,Абдуллах,Abdallah,Abdellah,Габдулла,Абдуллаһ,عبدالله" },
    { "abdumajid", 'm',
      "kk:Әбдімәжит ky:Абдымажит tg:Абдумаҷид uz:Abdumajid uc:Абдумажид "
      "ru:Абдумаджид,Абдумажид,Абдулмаджид,Абдумажит xx:Abdul_Majid,Abdulmecit" },
    { "abdumalik", 'm',
      "kk:Әбдімәлік ky:Абдымалик tg:Абдумалик uz:Abdumalik uc:Абдумалик ru:Абдумалик,Абдулмалик "
      "xx:Abdul_Malik" },
    { "abdumanap", 'm', "kk:Әбдіманап ky:Абдыманап ru:Абдыманап,Абдиманап" },
    { "abdumannon", 'm',
      "tg:Абдуманнон uz:Abdumannon uc:Абдуманнон ru:Абдуманнон,Абдуманнан "
      "xx:Abdul_Manan,Abdul_Mannan" },
    { "abdumomin", 'm',
      "kk:Әбдімомын ky:Абдымомун tg:Абдумӯмин uz:Abdumoʻmin uc:Абдумўмин "
      "ru:Абдумумин,Абдумомин,Абдымомун" },
    { "abdumurod", 'm',
      "tg:Абдумурод uz:Abdumurod uc:Абдумурод tk:Abdymyrat ru:Абдумурод,Абдумурад,Абдымурат" },
    { "abdumutalib", 'm',
      "ky:Абдымуталип tg:Абдумуталлиб,Абдумуталиб uz:Abdumutalib,Abdumutallib "
      "uc:Абдумуталиб,Абдумуталлиб ru:Абдумуталиб,Абдымуталип,Абдулмуталиб xx:Abdul_Mutalib" },
    { "abdunabi", 'm',
      "ky:Абдынабы tg:Абдунабӣ uz:Abdunabi uc:Абдунаби ru:Абдунаби xx:Abdul_Nabi" },
    { "abdunosir", 'm',
      "tg:Абдуносир uz:Abdunosir uc:Абдуносир ru:Абдуносир,Абдунасыр,Абдулнасыр "
      "xx:Abdul_Nasir,Abdul_Naser" },
    { "abduqahhor", 'm',
      "ky:Абдыкаар tg:Абдуқаҳҳор uz:Abduqahhor,Abduqahor uc:Абдуқаҳҳор,Абдуқаҳор "
      "ru:Абдукаххор,Абдукахор,Абдукаххар,Абдукахар xx:Abdul_Qahar,Abdul_Qahhar" },
    { "abduqayum", 'm',
      "kk:Әбдіқайым ky:Абдыкайым tg:Абдуқайюм uz:Abduqayum uc:Абдуқаюм "
      "ru:Абдукаюм,Абдукайюм,Абдыкайым xx:Abdul_Qayum,Abdul_Qayyum,Abdul_Qayoum" },
    { "abduqodir", 'm',
      "kk:Әбдіқадыр ky:Абдыкадыр tg:Абдуқодир uz:Abduqodir uc:Абдуқодир tk:Abdylkadyr "
      "ru:Абдукадыр,Абдукодир,Абдукадир,Абдыкадыр,Абдулкадыр,Абдулкадир "
      "xx:Абдул_Кадир,Abdul_Qadir,Abdelkader,Abdülkadir,عبدالقادر" },
    { "abdurahim", 'm',
      "kk:Әбдірахым,Абдрахим ky:Абдыраим,Абдырахим tg:Абдураҳим uz:Abdurahim uc:Абдураҳим "
      "tk:Abdyrahym ru:Абдурахим,Абдрахим,Абдураим,Абдыраим,Абдраим "
      "xx:Абдул_Рахим,Abdul_Rahim,Abdulrahim,Габдрахим,Abdürrəhim,عبدالرحیم" },
    { "abdurahman", 'm',
      "kk:Әбдірахман,Абдрахман ky:Абдырахман,Абдрахман tg:Абдураҳмон uz:Abdurahmon "
      "uc:Абдураҳмон tk:Abdyrahman ru:Абдурахман,Абдурахмон,Абдрахман,Абдраман "
      "xx:Абдул_Рахман,Abdul_Rahman,Abdulrahman,Abdelrahman,Abdul_Rehman,Габдрахман,"
      "Abdürrəhman,Əbdürrəhman,Abdurehman,Abdurahmonjon,عبدالرحمن" },
    { "abdurashid", 'm',
      "kk:Әбдірашид,Әбдірәшит ky:Абдырашит,Абдрашит tg:Абдурашид uz:Abdurashid uc:Абдурашид "
      "tk:Abdyreşit ru:Абдурашид,Абдурашит,Абдрашит,Абдрашид "
      "xx:Абдул_Рашид,Abdul_Rashid,Abdulrashid,Габдрашит" },
    { "abdurasul", 'm',
      "kk:Әбдірасул,Әбдірәсіл ky:Абдырасул tg:Абдурасул uz:Abdurasul uc:Абдурасул tk:Abdyresul "
      "ru:Абдурасул,Абдрасул xx:Abdul_Rasul,Abdul_Rasool" },
    { "abdurauf", 'm',
      "ky:Абдырауф tg:Абдурауф uz:Abdurauf uc:Абдурауф ru:Абдурауф "
      "xx:Abdul_Rauf,Abdul_Raouf,Габдрауф" },
    { "abdurazzoq", 'm',
      "kk:Әбдіразақ ky:Абдыразак tg:Абдураззоқ uz:Abdurazzoq uc:Абдураззоқ tk:Abdyrezak "
      "ru:Абдураззок,Абдураззак,Абдуразак,Абдразак,Абдыразак "
      "xx:Abdul_Razaq,Abdul_Razzaq,Abdulrazzaq,Abdul_Razeq" },
    { "abdusalom", 'm',
      "kk:Әбдісалам,Абдусалам ky:Абдысалам tg:Абдусалом uz:Abdusalom uc:Абдусалом tk:Abdysalam "
      "ru:Абдусалом,Абдусалам,Абдысалам,Абдулсалам xx:Abdul_Salam,Абдул_Салам,Abdulsalam" },
    { "abdusamad", 'm',
      "kk:Әбдісамат ky:Абдысамат tg:Абдусамад uz:Abdusamad uc:Абдусамад tk:Abdysamat "
      "ru:Абдусамад,Абдусамат,Абдысамат xx:Abdul_Samad,Abdulsamad" },
    { "abdusattor", 'm',
      "kk:Әбдісаттар ky:Абдысатар tg:Абдусаттор uz:Abdusattor uc:Абдусаттор tk:Abdysetdar "
      "ru:Абдусаттор,Абдусаттар,Абдысатар,Абдусатар xx:Abdul_Sattar" },
    { "abdushukur", 'm',
      "kk:Әбдішүкір ky:Абдышүкүр tg:Абдушукур uz:Abdushukur uc:Абдушукур tk:Abdyşükür "
      "ru:Абдушукур,Абдышукур xx:Abdul_Shukur,Abdul_Shukoor" },
    { "abduvahob", 'm',
      "tg:Абдуваҳҳоб,Абдуваҳоб uz:Abduvahob,Abduvahhob uc:Абдуваҳоб,Абдуваҳҳоб "
      "ru:Абдувахоб,Абдуваххоб,Абдувахаб,Абдулвахаб xx:Abdul_Wahab,Abdul_Wahhab" },
    { "abduvali", 'm',
      "kk:Әбдіуәли ky:Абдували tg:Абдувалӣ uz:Abduvali uc:Абдували tk:Abdyweli ru:Абдували "
      "xx:Abdul_Wali,Abdulwali,Abduweli" },
    { "abduvohid", 'm',
      "ky:Абдувахит tg:Абдувоҳид uz:Abduvohid uc:Абдувоҳид ru:Абдувохид,Абдувахид,Абдувахит "
      "xx:Abdul_Wahid,Abdulwahid" },
    { "abduxoliq", 'm',
      "kk:Әбдіхалық ky:Абдыкалык tg:Абдухолиқ uz:Abduxoliq uc:Абдухолиқ "
      "ru:Абдухолик,Абдухалик,Абдыкалык xx:Abdul_Khaliq" },
    { "abror", 'm', "kk:Абрар ky:Абрар tg:Аброр uz:Abror uc:Аброр ru:Аброр,Абрар" },
    { "adam", 'm', "kk:Адам ky:Адам tg:Одам uz:Odam uc:Одам tk:Adam ru:Адам xx:آدم" },
    { "adham", 'm', "tg:Адҳам uz:Adham uc:Адҳам tk:Ethem ru:Адхам,Эдхем xx:Edhem" },
    { "adib", 'm', "tg:Адиб uz:Adib uc:Адиб ru:Адиб xx:Edib" },
    { "adil", 'm',
      "kk:Әділ ky:Адил tg:Одил uz:Odil uc:Одил tk:Adyl ru:Адиль,Адил,Одил,Адыл xx:Гадил,عادل" },
    { "afzal", 'm', "kk:Абзал ky:Абзал tg:Афзал uz:Afzal uc:Афзал ru:Афзал,Абзал xx:Əfzəl" },
    { "ahad", 'm', "kk:Ахат ky:Ахат tg:Аҳад uz:Ahad uc:Аҳад ru:Ахад,Ахат xx:Əhəd,Axat,Axad" },
    { "ahmad", 'm',
      "kk:Ахмет ky:Акмат,Ахмат tg:Аҳмад uz:Ahmad uc:Аҳмад tk:Ahmet "
      "ru:Ахмад,Ахмед,Ахмет,Ахмат,Акмат xx:Əhməd,Әхмәт,Ehmet,Exmet,Эхмет,Axmad,احمد" },
    { "ahror", 'm', "tg:Аҳрор uz:Ahror uc:Аҳрор ru:Ахрор,Ахрар" },
    { "akbar", 'm',
      "kk:Әкбар ky:Акбар tg:Акбар uz:Akbar uc:Акбар tk:Ekber ru:Акбар,Экбер xx:Əkbər,Ekper,اکبر" },
    { "akim", 'm', "kk:Әкім ky:Аким ru:Аким" },
    { "akmal", 'm', "kk:Ақмал ky:Акмал tg:Акмал uz:Akmal uc:Акмал ru:Акмаль,Акмал xx:Ekmel" },
    { "akmaljon", 'm',
      "ky:Акмалжан tg:Акмалҷон uz:Akmaljon uc:Акмалжон ru:Акмалжон,Акмалджон,Акмалжан" },
    { "akram", 'm',
      "kk:Әкрам ky:Акрам tg:Акрам uz:Akram uc:Акрам tk:Ekrem ru:Акрам,Экрем xx:Əkrəm,Икрем" },
    { "ali", 'm', "kk:Әли,Ғали ky:Али tg:Алӣ uz:Ali uc:Али tk:Aly ru:Али,Гали xx:علی" },
    { "aliasqar", 'm',
      "kk:Әліасқар ky:Алиаскар tg:Алиасғар,Алиаскар uz:Aliasqar uc:Алиасқар "
      "ru:Алиаскар,Алиасгар" },
    { "alim", 'm', "kk:Әлім ky:Алим,Алым tg:Олим uz:Olim uc:Олим tk:Alym ru:Алим,Олим,Алым" },
    { "alimjan", 'm',
      "kk:Әлімжан,Алимжан ky:Алимжан,Алымжан tg:Олимҷон uz:Olimjon uc:Олимжон "
      "ru:Алимжан,Олимжон,Олимджон,Алимджан" },
    { "alo", 'm', "tg:Аъло uz:Aʼlo uc:Аъло ru:Аъло,Ало" },
    { "aman", 'm', "kk:Аман ky:Аман tg:Амон uz:Omon uc:Омон tk:Aman ru:Аман,Амон,Омон" },
    { "amin", 'm', "kk:Әмин ky:Амин,Эмин tg:Амин uz:Amin uc:Амин tk:Emin ru:Амин,Эмин xx:Əmin" },
    { "aminjon", 'm', "tg:Аминҷон uz:Aminjon uc:Аминжон ru:Аминжон,Аминджон" },
    { "amir", 'm',
      "kk:Әмір ky:Амир,Эмир tg:Амир uz:Amir uc:Амир tk:Emir ru:Амир,Эмир,Амыр "
      "xx:Əmir,Ameer,Әмир,امیر" },
    { "amirjon", 'm', "kk:Әміржан tg:Амирҷон uz:Amirjon uc:Амиржон ru:Амиржон,Амирджон,Амиржан" },
    { "anas", 'm', "kk:Анас ky:Анас tg:Анас uz:Anas uc:Анас ru:Анас xx:Enes" },
    { "anvar", 'm',
      "kk:Әнуар,Ануар ky:Анвар,Ануар tg:Анвар uz:Anvar uc:Анвар tk:Enwer "
      "ru:Анвар,Ануар,Энвер,Анвер xx:Enver,Ənvər,Anwar,Әнвәр,انور" },
    { "anvarjon", 'm',
      "kk:Анваржан ky:Анваржан tg:Анварҷон uz:Anvarjon uc:Анваржон "
      "ru:Анваржон,Анварджон,Анваржан" },
    { "asad", 'm', "kk:Асад tg:Асад uz:Asad uc:Асад ru:Асад,Эсад xx:Əsəd,Asat,Esat" },
    { "asgar", 'm', "tg:Асғар uz:Asgʻar uc:Асғар tk:Esger ru:Асгар,Эскер xx:Əsgər,Asghar" },
    { "ashraf", 'm', "kk:Әшіреп tg:Ашраф uz:Ashraf uc:Ашраф ru:Ашраф,Эшреф xx:Əşrəf,Eşref,اشرف" },
    { "ashur", 'm',
      "kk:Ашур ky:Ашыр,Ашур tg:Ашӯр,Ошур uz:Ashur uc:Ашур tk:Aşyr ru:Ашур,Ашыр,Ашир" },
    { "asim", 'm', "tg:Осим uz:Osim uc:Осим ru:Асим,Осим xx:Asım" },
    { "askar", 'm',
      "kk:Асқар ky:Аскар tg:Аскар uz:Asqar,Askar uc:Асқар,Аскар ru:Аскар,Аскер xx:Əskər" },
    { "aslam", 'm', "tg:Аслам uz:Aslam uc:Аслам ru:Аслам xx:Eslam" },
    { "asror", 'm', "tg:Асрор uz:Asror uc:Асрор ru:Асрор,Асрар" },
    { "avaz", 'm',
      "ky:Абаз tg:Аваз,Эваз uz:Avaz uc:Аваз tk:Öwez ru:Аваз,Овез,Эваз,Абаз xx:Evez,Ivaz" },
    { "ayub", 'm',
      "kk:Аюп,Аюб ky:Аюп tg:Айюб,Аюб uz:Ayub uc:Аюб tk:Eýýup ru:Аюб,Айюб,Аюп "
      "xx:Eyyub,Eyüp,Əyyub,Ayyoub,ایوب" },
    { "azam", 'm',
      "kk:Ағзам ky:Азам tg:Аъзам uz:Aʼzam uc:Аъзам tk:Agzam ru:Азам,Аъзам,Агзам xx:Əzəm" },
    { "azamat", 'm', "kk:Азамат ky:Азамат tg:Азамат uz:Azamat uc:Азамат tk:Azamat ru:Азамат" },
    { "azim", 'm',
      "kk:Әзім ky:Азим,Азым tg:Азим uz:Azim uc:Азим tk:Azym ru:Азим,Азым xx:Əzim,Газим" },
    { "azimjon", 'm', "kk:Әзімжан tg:Азимҷон uz:Azimjon uc:Азимжон ru:Азимжон,Азимджон,Азимжан" },
    { "aziretali", 'm',
      "kk:Әзіретәлі ky:Азиретаалы,Азиреталы tg:Ҳазраталӣ uz:Hazratali uc:Ҳазратали "
      "ru:Азиреталы,Хазратали,Азретали,Азиретали" },
    { "aziz", 'm',
      "kk:Әзиз,Ғазиз ky:Азиз tg:Азиз uz:Aziz uc:Азиз tk:Eziz ru:Азиз,Эзиз,Газиз xx:Əziz,عزیز" },
    { "azizbek", 'm', "kk:Әзизбек ky:Азизбек tg:Азизбек uz:Azizbek uc:Азизбек ru:Азизбек" },
    { "azizjon", 'm',
      "kk:Әзизжан ky:Азизжан tg:Азизҷон uz:Azizjon uc:Азизжон ru:Азизжон,Азизджон,Азизжан" },
    { "baqir", 'm', "tg:Боқир uz:Boqir uc:Боқир ru:Бакир,Бокир,Багир xx:Baqir,Bağır" },
    { "barot", 'm', "kk:Барат ky:Барат tg:Барот uz:Barot uc:Барот ru:Барот,Барат" },
    { "bashir", 'm', "kk:Бәшір ky:Башир tg:Башир uz:Bashir uc:Башир tk:Beşir ru:Башир xx:Bəşir" },
    { "bilal", 'm',
      "kk:Біләл,Билал ky:Билал tg:Билол uz:Bilol uc:Билол tk:Bilal ru:Билал,Билол,Биляль" },
    { "burhan", 'm',
      "kk:Бұрхан ky:Бурхан tg:Бурҳон uz:Burhon uc:Бурҳон tk:Burhan ru:Бурхан,Бурхон" },
    { "davlat", 'm',
      "kk:Дәулет ky:Дөөлөт tg:Давлат uz:Davlat uc:Давлат tk:Döwlet "
      "ru:Давлат,Даулет,Довлет,Доолот,Девлет xx:Dövlət,Devlet,Дәүләт" },
    { "davron", 'm',
      "kk:Дәурен ky:Давран tg:Даврон uz:Davron uc:Даврон tk:Döwran "
      "ru:Даврон,Даурен,Давран,Довран xx:Dövran" },
    { "davud", 'm',
      "kk:Дәуіт ky:Даут tg:Довуд uz:Dovud uc:Довуд tk:Dawut ru:Давуд,Довуд,Дауд,Даут,Давут "
      "xx:Dawood,Daoud,داوود" },
    { "fahim", 'm', "tg:Фаҳим uz:Fahim uc:Фаҳим ru:Фахим" },
    { "farid", 'm',
      "kk:Фарид ky:Фарид tg:Фарид uz:Farid uc:Фарид tk:Ferit ru:Фарид,Фарит "
      "xx:Fərid,Фәрит,Фәрид,Fareed" },
    { "fattoh", 'm', "kk:Фаттах tg:Фаттоҳ uz:Fattoh uc:Фаттоҳ ru:Фаттох,Фаттах" },
    { "faysal", 'm', "tg:Файсал uz:Faysal uc:Файсал ru:Файсал xx:Faisal,Feysal,فیصل" },
    { "fayz", 'm', "tg:Файз uz:Fayz uc:Файз ru:Файз,Фаиз xx:Faiz,Feyz" },
    { "fayzi", 'm', "tg:Файзӣ uz:Fayzi uc:Файзи ru:Файзи" },
    { "fazil", 'm',
      "kk:Фазыл ky:Фазыл tg:Фозил uz:Fozil uc:Фозил tk:Fazyl ru:Фазил,Фозил,Фазыл xx:Fazel" },
    { "fikrat", 'm', "tg:Фикрат uz:Fikrat uc:Фикрат ru:Фикрат,Фикрет xx:Fikrət,Fikret" },
    { "firdavs", 'm', "tg:Фирдавс uz:Firdavs uc:Фирдавс ru:Фирдавс,Фирдоус" },
    { "gabit", 'm', "kk:Ғабит ru:Габит xx:Габид" },
    { "gaffor", 'm',
      "kk:Ғаппар ky:Гапар tg:Ғаффор uz:Gʻaffor uc:Ғаффор ru:Гаффор,Гаффар,Гаппар,Гапар "
      "xx:Ghaffar" },
    { "gafur", 'm',
      "kk:Ғафур ky:Гапур tg:Ғафур uz:Gʻafur uc:Ғафур ru:Гафур,Гапур xx:Ghafoor,Ghafur,Qafur" },
    { "galym", 'm', "kk:Ғалым ru:Галым,Галим" },
    { "galymjan", 'm', "kk:Ғалымжан ru:Галымжан,Галимжан" },
    { "gani", 'm', "kk:Ғани ky:Гани tg:Ғанӣ uz:Gʻani uc:Ғани tk:Gany ru:Гани xx:Ghani,Qəni" },
    { "ganijon", 'm', "kk:Ғанижан tg:Ғаниҷон uz:Gʻanijon uc:Ғанижон ru:Ганижон,Ганиджон,Ганижан" },
    { "gayrat", 'm', "tg:Ғайрат uz:Gʻayrat uc:Ғайрат tk:Gaýrat ru:Гайрат xx:Qeyrət,Gheyrat" },
    { "ghoib", 'm', "tg:Ғоиб uz:Gʻoyib uc:Ғойиб ru:Гоиб,Гаиб" },
    { "golib", 'm',
      "kk:Ғалып tg:Ғолиб uz:Gʻolib uc:Ғолиб ru:Голиб,Галиб,Галип xx:Qalib,Galip,Ghalib" },
    { "gulom", 'm',
      "kk:Ғұлам ky:Гулам tg:Ғулом uz:Gʻulom uc:Ғулом tk:Gulam ru:Гулом,Гулам,Гулям "
      "xx:Ghulam,Gholam,Qulam,غلام" },
    { "gulomjon", 'm',
      "kk:Ғұламжан tg:Ғуломҷон uz:Gʻulomjon uc:Ғуломжон ru:Гуломжон,Гуломджон,Гуламжан" },
    { "habib", 'm',
      "kk:Хабиб,Қабиб ky:Кабиб tg:Ҳабиб uz:Habib uc:Ҳабиб tk:Habyp ru:Хабиб,Хабип "
      "xx:Həbib,Xəbib,Габиб,حبیب" },
    { "hafiz", 'm',
      "kk:Хафиз ky:Апыз,Хафиз tg:Ҳофиз uz:Hofiz uc:Ҳофиз ru:Хафиз,Хофиз,Гафиз xx:Hafız,Hafez" },
    { "hakim", 'm',
      "kk:Хакім ky:Хаким tg:Ҳаким,Ҳоким uz:Hakim,Hokim uc:Ҳаким,Ҳоким tk:Hekim "
      "ru:Хаким,Хоким,Гаким xx:Həkim,Hakeem,حکیم" },
    { "hakimbek", 'm', "tg:Ҳакимбек uz:Hakimbek uc:Ҳакимбек ru:Хакимбек" },
    { "hakimjon", 'm', "kk:Хакімжан tg:Ҳакимҷон uz:Hakimjon uc:Ҳакимжон ru:Хакимжон,Хакимджон" },
    { "halil", 'm',
      "kk:Халел,Қалел ky:Калил,Халил tg:Халил uz:Xalil uc:Халил tk:Halyl ru:Халил,Халел,Калил "
      "xx:Xəlil,Khaleel,خلیل" },
    { "halim", 'm',
      "kk:Халим ky:Халим tg:Ҳалим uz:Halim uc:Ҳалим tk:Halym ru:Халим,Холим xx:Həlim" },
    { "hamdam", 'm', "ky:Хамдам tg:Ҳамдам uz:Hamdam uc:Ҳамдам ru:Хамдам xx:Həmdəm" },
    { "hamid", 'm',
      "kk:Хамит,Хамид ky:Хамит,Камит tg:Ҳамид,Ҳомид uz:Hamid,Homid uc:Ҳамид,Ҳомид tk:Hemit "
      "ru:Хамид,Хамит,Хомид,Гамид xx:Həmid,Hamed,Хәмит,حمید" },
    { "hamidjon", 'm', "tg:Ҳамидҷон uz:Hamidjon uc:Ҳамиджон ru:Хамиджон,Хамидджон,Хамиджан" },
    { "hamza", 'm',
      "kk:Хамза,Қамза ky:Камза,Хамза tg:Ҳамза uz:Hamza uc:Ҳамза tk:Hamza "
      "ru:Хамза,Гамза,Хамзат,Гамзат xx:Həmzə,Hamzeh,Хәмзә,حمزه" },
    { "hanif", 'm', "tg:Ҳаниф uz:Hanif uc:Ҳаниф ru:Ханиф" },
    { "haqnazar", 'm',
      "kk:Хақназар ky:Акназар tg:Ҳақназар uz:Haqnazar uc:Ҳақназар ru:Хакназар,Акназар" },
    { "haris", 'm', "kk:Харис tg:Ҳорис uz:Horis uc:Ҳорис ru:Харис,Хорис xx:Hares" },
    { "hasan", 'm',
      "kk:Асан,Хасан ky:Асан,Хасан tg:Ҳасан uz:Hasan uc:Ҳасан tk:Hasan ru:Хасан,Асан,Гасан "
      "xx:Hassan,Həsən,Хәсән,حسن" },
    { "hasanboy", 'm', "tg:Ҳасанбой uz:Hasanboy uc:Ҳасанбой ru:Хасанбой,Хасанбай" },
    { "hashim", 'm',
      "kk:Хашым ky:Ашым,Хашим tg:Ҳошим uz:Hoshim uc:Ҳошим tk:Haşym ru:Хашим,Хошим,Гашим,Ашим "
      "xx:Hashem,Haşim,هاشم" },
    { "haydar", 'm',
      "kk:Хайдар,Қайдар ky:Хайдар,Кайдар tg:Ҳайдар uz:Haydar uc:Ҳайдар tk:Haýdar "
      "ru:Хайдар,Гейдар,Хейдар xx:Heydər,Haider,Heydar,حیدر" },
    { "hazrat", 'm',
      "kk:Әзірет ky:Азирет,Азрет tg:Ҳазрат uz:Hazrat uc:Ҳазрат tk:Hezret "
      "ru:Хазрат,Азирет,Азрет,Хезрет xx:Həzrət" },
    { "hikmat", 'm',
      "kk:Хикмет ky:Икмат tg:Ҳикмат uz:Hikmat uc:Ҳикмат tk:Hikmet ru:Хикмат,Хикмет,Гикмет "
      "xx:Hekmat" },
    { "hojiakbar", 'm', "tg:Ҳоҷиакбар uz:Hojiakbar uc:Ҳожиакбар ru:Хожиакбар,Ходжиакбар" },
    { "hojimurod", 'm',
      "tg:Ҳоҷимурод uz:Hojimurod uc:Ҳожимурод "
      "ru:Хаджимурад,Хожимурод,Ходжимурод,Хаджимурат,Гаджимурад xx:Хаджи_Мурат" },
    { "hotam", 'm', "kk:Хатам tg:Ҳотам uz:Hotam uc:Ҳотам ru:Хотам,Хатам xx:Hatəm,Hatem" },
    { "husan", 'm', "kk:Үсен ky:Үсөн tg:Ҳусан uz:Husan uc:Ҳусан ru:Хусан,Усен,Усон xx:Усан" },
    { "husanboy", 'm', "uz:Husanboy uc:Ҳусанбой ru:Хусанбой,Хусанбай" },
    { "husayn", 'm',
      "kk:Хұсейін,Хұсайын,Құсайын ky:Хусейн,Үсөйүн tg:Ҳусейн,Ҳусайн uz:Husayn,Husain "
      "uc:Ҳусайн,Ҳусаин tk:Hüseýin ru:Хусейн,Хусаин,Гусейн,Хусайн,Усейн "
      "xx:Hussein,Hussain,Hüseyin,Hüseyn,Hossein,Hosein,Хөсәен,Хусейин,حسین" },
    { "ibod", 'm', "kk:Ибад ky:Ибад tg:Ибод uz:Ibod uc:Ибод ru:Ибод,Ибад" },
    { "ibrahim", 'm',
      "kk:Ибраһим,Ыбырайым,Ибрагим,Ыбырай ky:Ибрагим,Ыбрайым,Ибраим tg:Иброҳим uz:Ibrohim "
      "uc:Иброҳим tk:Ybraýym ru:Ибрагим,Ибрахим,Иброхим,Ибраим,Ыбрай "
      "xx:Ebrahim,İbrahim,Ибурахэ,ابراهیم" },
    { "idris", 'm',
      "kk:Ыдырыс,Идрис ky:Ыдырыс,Идирис tg:Идрис uz:Idris uc:Идрис tk:Ydris "
      "ru:Идрис,Идирис,Ыдырыс xx:İdris,Edris" },
    { "ihlos", 'm', "kk:Ықылас ky:Ыкылас tg:Ихлос uz:Ixlos uc:Ихлос ru:Ихлос,Ихлас,Ыкылас,Икылас" },
    { "ijod", 'm', "tg:Иҷод uz:Ijod uc:Ижод ru:Ижод,Иджод" },
    { "ikhtiyor", 'm',
      "kk:Ықтияр ky:Ыктыяр tg:Ихтиёр uz:Ixtiyor uc:Ихтиёр ru:Ихтиёр,Ихтияр,Ыктыяр" },
    { "ikram", 'm', "kk:Икрам ky:Икрам tg:Икром uz:Ikrom uc:Икром ru:Икром,Икрам xx:Ekram,İkram" },
    { "ikromjon", 'm',
      "kk:Икрамжан ky:Икрамжан tg:Икромҷон uz:Ikromjon uc:Икромжон "
      "ru:Икромжон,Икромджон,Икрамжан" },
    { "ilham", 'm',
      "kk:Ілһам,Илхам ky:Илхам tg:Илҳом uz:Ilhom uc:Илҳом tk:Ylham "
      "ru:Ильхам,Ильхом,Илхом,Илхам,Ильгам xx:İlham,Elham" },
    { "ilhomjon", 'm',
      "kk:Илхамжан ky:Илхамжан tg:Илҳомҷон uz:Ilhomjon uc:Илҳомжон "
      "ru:Илхомжон,Илхомджон,Ильхамжан,Ильхамджан" },
    { "ilyas", 'm',
      "kk:Ілияс,Ілияз ky:Илияс,Ильяс tg:Илёс uz:Ilyos uc:Илёс tk:Ylýas "
      "ru:Ильяс,Илёс,Илияс,Ильёс xx:İlyas,Elyas" },
    { "imam", 'm', "kk:Имам ky:Ыймам,Имам tg:Имом uz:Imom uc:Имом tk:Ymam ru:Имом,Имам xx:Emam" },
    { "imin", 'm', "kk:Имин ru:Имин,Иминжан xx:Imin" },
    { "imomali", 'm',
      "kk:Имамали ky:Имамали tg:Имомалӣ,Эмомалӣ uz:Imomali uc:Имомали "
      "ru:Имомали,Имамали,Эмомали xx:Emomali" },
    { "inom", 'm',
      "kk:Инам ky:Ынам tg:Инъом,Инном uz:Inom,Inʼom uc:Ином,Инъом ru:Инъом,Ином,Инам" },
    { "inomjon", 'm', "tg:Инъомҷон uz:Inomjon uc:Иномжон ru:Иномжон,Иномджон,Инамжан" },
    { "inoyat", 'm', "kk:Инаят tg:Иноят uz:Inoyat uc:Иноят ru:Иноят,Инаят xx:Enayat" },
    { "iqbol", 'u',
      "kk:Ықбал ky:Икбал tg:Иқбол uz:Iqbol uc:Иқбол ru:Икбол,Икбал,Ыкбал xx:Eqbal,İqbal" },
    { "isa", 'm', "kk:Иса ky:Иса tg:Исо uz:Iso uc:Исо tk:Isa ru:Иса,Исо xx:Eisa,Issa,İsa,عیسی" },
    { "ishaq", 'm',
      "kk:Ысқақ,Исхақ ky:Ысак,Исак tg:Исҳоқ uz:Isʼhoq,Isoq uc:Исҳоқ,Исоқ tk:Ysak "
      "ru:Исхак,Исхок,Исок,Исак,Искак xx:Eshaq,İshak,اسحاق" },
    { "iskhoqjon", 'm',
      "kk:Исхақжан tg:Исҳоқҷон uz:Isoqjon,Isʼhoqjon uc:Исоқжон,Исҳоқжон "
      "ru:Исокжон,Исхокжон,Исхакжан,Исакжан" },
    { "islam", 'm',
      "kk:Ислам ky:Ислам tg:Ислом uz:Islom uc:Ислом tk:Yslam ru:Ислам,Ислом xx:İslam" },
    { "islambek", 'm', "kk:Исламбек ky:Исламбек uz:Islombek uc:Исломбек ru:Исламбек,Исломбек" },
    { "islomjon", 'm',
      "kk:Исламжан ky:Исламжан tg:Исломҷон uz:Islomjon uc:Исломжон "
      "ru:Исломжон,Исломджон,Исламжан" },
    { "ismail", 'm',
      "kk:Исмаил,Смайыл,Смағұл,Ысмайыл ky:Исмаил,Ысмайыл tg:Исмоил uz:Ismoil uc:Исмоил "
      "tk:Ysmaýyl ru:Исмаил,Исмоил,Смаил,Исмагил,Смагул "
      "xx:Ismael,Esmail,İsmayıl,İsmail,Исмәгыйль,Исмар,اسماعیل" },
    { "ismat", 'm', "tg:Исмат uz:Ismat uc:Исмат tk:Ysmat ru:Исмат,Исмет xx:İsmet,Esmat" },
    { "ismoiljon", 'm',
      "kk:Исмаилжан tg:Исмоилҷон uz:Ismoiljon uc:Исмоилжон "
      "ru:Исмоилжон,Исмоилджон,Исмаилжан,Исмаилджан" },
    { "israfil", 'm',
      "kk:Исрафил ky:Исрапил tg:Исрофил uz:Isrofil uc:Исрофил ru:Исрафил,Исрофил,Исрапил "
      "xx:İsrafil" },
    { "israil", 'm',
      "kk:Исраил,Ысырайыл ky:Исраил,Ысрайыл tg:Исроил uz:Isroil uc:Исроил tk:Ysraýyl "
      "ru:Исраил,Исроил,Исроиль" },
    { "isroiljon", 'm', "tg:Исроилҷон uz:Isroiljon uc:Исроилжон ru:Исроилжон,Исраилжан" },
    { "istam", 'm', "tg:Истам uz:Istam uc:Истам ru:Истам" },
    { "izzat", 'm', "kk:Ізет tg:Иззат uz:Izzat uc:Иззат ru:Иззат,Изет xx:İzzet,Ezzat" },
    { "jabbor", 'm',
      "kk:Жаппар ky:Жаппар tg:Ҷаббор uz:Jabbor uc:Жаббор tk:Jepbar "
      "ru:Джаббор,Джаббар,Жаббор,Жаппар,Жаббар xx:Cabbar" },
    { "jafar", 'm',
      "kk:Жафар,Жағыпар ky:Жафар tg:Ҷаъфар uz:Jaʼfar uc:Жаъфар ru:Джафар,Джаъфар,Жафар "
      "xx:Cəfər,Cafer,جعفر" },
    { "jalil", 'm',
      "kk:Жәліл,Жәлел ky:Жалил tg:Ҷалил uz:Jalil uc:Жалил tk:Jelil ru:Джалил,Жалил,Джалиль "
      "xx:Celil,Cəlil" },
    { "jalol", 'm',
      "kk:Жалал ky:Жалал tg:Ҷалол uz:Jalol uc:Жалол tk:Jelal ru:Джалол,Джалал,Жалол,Жалал "
      "xx:Celal,Cəlal" },
    { "jamil", 'm',
      "kk:Жәміл ky:Жамил tg:Ҷамил uz:Jamil,Jomil uc:Жамил,Жомил tk:Jemil "
      "ru:Джамиль,Джамил,Жамиль,Жамил xx:Cemil,Cəmil,جمیل" },
    { "jamol", 'm',
      "tg:Ҷамол uz:Jamol uc:Жамол ru:Джамол,Джамал,Жамол xx:Cemal,Camal,Djamel,جمال" },
    { "jasur", 'm', "kk:Жасұр ky:Жасур tg:Ҷасур uz:Jasur uc:Жасур ru:Жасур,Джасур xx:Cəsur,Cesur" },
    { "jasurbek", 'm',
      "kk:Жасұрбек ky:Жасурбек tg:Ҷасурбек uz:Jasurbek uc:Жасурбек ru:Жасурбек,Джасурбек" },
    { "javad", 'm', "tg:Ҷавод uz:Javod uc:Жавод ru:Джавад,Джавод,Жавод xx:Cavad,Cevat,Jawad,جواد" },
    { "javlon", 'm', "ky:Жавлан tg:Ҷавлон uz:Javlon uc:Жавлон ru:Жавлон,Джавлон" },
    { "jobir", 'm', "tg:Ҷобир uz:Jobir uc:Жобир ru:Джобир,Жобир,Джабир xx:Cabir,Jaber" },
    { "jorabek", 'm', "ky:Жоробек tg:Ҷӯрабек uz:Joʻrabek uc:Жўрабек ru:Джурабек,Журабек,Жоробек" },
    { "juma", 'm',
      "kk:Жұма ky:Жума tg:Ҷумъа uz:Joʻma,Juma uc:Жўма,Жума tk:Juma ru:Джума,Жума,Джумъа "
      "xx:Cuma,Jomaa,جمعه" },
    { "jumabek", 'm',
      "kk:Жұмабек ky:Жумабек tg:Ҷумъабек uz:Jumabek uc:Жумабек ru:Жумабек,Джумабек" },
    { "jumali", 'm',
      "kk:Жұмағали,Жұмәли ky:Жумаали tg:Ҷумъаалӣ uz:Jumali uc:Жумали ru:Джумали,Жумагали,Жумали" },
    { "jumanazar", 'm',
      "kk:Жұманазар ky:Жуманазар tg:Ҷумъаназар uz:Jumanazar uc:Жуманазар tk:Jumanazar "
      "ru:Джуманазар,Жуманазар" },
    { "jumaniyaz", 'm',
      "kk:Жұманияз uz:Jumaniyoz uc:Жуманиёз tk:Jumanyýaz ru:Жуманияз,Джуманияз,Жуманиёз" },
    { "kabir", 'm', "kk:Кәбір ky:Кабыр,Кабир tg:Кабир uz:Kabir uc:Кабир tk:Kebir ru:Кабир" },
    { "kadyrbek", 'm',
      "kk:Қадырбек ky:Кадырбек tg:Қодирбек uz:Qodirbek uc:Қодирбек ru:Кадырбек,Кодирбек" },
    { "kamil", 'm',
      "kk:Кәміл ky:Камил tg:Комил uz:Komil uc:Комил tk:Kämil ru:Камиль,Комил,Камил "
      "xx:Kamel,Кямиль,کامل" },
    { "kamiljan", 'm',
      "kk:Кәмілжан ky:Камилжан tg:Комилҷон uz:Komiljon uc:Комилжон "
      "ru:Комилжон,Комилджон,Камилжан,Камилджан" },
    { "kamol", 'm',
      "kk:Камал ky:Камал tg:Камол uz:Kamol uc:Камол tk:Kemal ru:Камол,Камал,Кемаль,Кемал "
      "xx:Kemel,کمال" },
    { "karam", 'm',
      "kk:Керем ky:Керем tg:Карам uz:Karam uc:Карам tk:Kerem ru:Карам,Керем xx:Kərəm" },
    { "karim", 'm',
      "kk:Кәрім ky:Керим,Карим tg:Карим uz:Karim uc:Карим tk:Kerim ru:Карим,Керим "
      "xx:Kərim,Kareem,Кәрим,کریم" },
    { "karimjon", 'm',
      "kk:Кәрімжан ky:Каримжан tg:Каримҷон uz:Karimjon uc:Каримжон "
      "ru:Каримжон,Каримджон,Каримжан,Каримджан" },
    { "kasymbek", 'm',
      "kk:Қасымбек,Қосымбек ky:Касымбек tg:Қосимбек uz:Qosimbek uc:Қосимбек "
      "ru:Касымбек,Косимбек,Косымбек" },
    { "kasymkhan", 'm', "kk:Қасымхан ky:Касымхан uz:Qosimxon uc:Қосимхон ru:Касымхан,Косимхон" },
    { "kayrat", 'm', "kk:Қайрат ky:Кайрат ru:Кайрат xx:Qairat" },
    { "khudoyor", 'm',
      "ky:Кудаяр tg:Худоёр uz:Xudoyor uc:Худоёр tk:Hudaýar ru:Худояр,Худоёр,Кудаяр" },
    { "kojabek", 'm', "kk:Қожабек ky:Кожобек ru:Кожабек,Кожобек" },
    { "kojakhmet", 'm',
      "kk:Қожахмет tg:Хоҷааҳмад uz:Xoʻjaahmad uc:Хўжааҳмад ru:Кожахмет,Ходжаахмад" },
    { "latif", 'm',
      "kk:Латиф,Латып ky:Латип tg:Латиф uz:Latif uc:Латиф tk:Latyp ru:Латиф,Латып,Латип "
      "xx:Lətif,Lateef,لطیف" },
    { "laziz", 'm', "tg:Лазиз uz:Laziz uc:Лазиз ru:Лазиз xx:Ləziz" },
    { "madali", 'm', "kk:Мадали ky:Мадали uz:Madali uc:Мадали ru:Мадали" },
    { "madamin", 'm', "kk:Мадамин ky:Мадамин tg:Мадамин uz:Madamin uc:Мадамин ru:Мадамин" },
    { "madi", 'm', "kk:Мәди ru:Мади xx:Madı" },
    { "mahdi", 'm',
      "kk:Мәһди tg:Маҳдӣ uz:Mahdi uc:Маҳди ru:Махди,Мехди,Мехти xx:Mehdi,Mehti,مهدی" },
    { "mahkam", 'm', "tg:Маҳкам uz:Mahkam uc:Маҳкам ru:Махкам" },
    { "mahmadali", 'm',
      "ky:Маматали tg:Маҳмадалӣ uz:Mamatali uc:Маматали ru:Махмадали,Мамадали,Маматали "
      "xx:Mahmad_Ali" },
    { "mahmadsharif", 'm', "tg:Маҳмадшариф ru:Махмадшариф" },
    { "mahmadullo", 'm', "tg:Маҳмадулло ru:Махмадулло" },
    { "mahmud", 'm',
      "kk:Махмұт,Махмуд ky:Махмуд,Макмут tg:Маҳмуд uz:Mahmud uc:Маҳмуд tk:Mahmyt "
      "ru:Махмуд,Махмут xx:Mahmoud,Mahmood,Məhmud,Mehmud,Мәхмүт,محمود" },
    { "mahmudjon", 'm',
      "kk:Махмұтжан ky:Махмуджан tg:Маҳмудҷон uz:Mahmudjon uc:Маҳмуджон "
      "ru:Махмуджон,Махмудджон,Махмутжан,Махмуджан" },
    { "majid", 'm',
      "kk:Мәжит ky:Мажит tg:Маҷид uz:Majid uc:Мажид tk:Mejit ru:Маджид,Мажид,Мажит "
      "xx:Mecit,Mecid,Məcid,مجید" },
    { "malik", 'm',
      "kk:Мәлік ky:Малик tg:Малик uz:Malik uc:Малик tk:Mälik ru:Малик xx:Məlik,Melik" },
    { "mamur", 'm', "tg:Маъмур uz:Maʼmur uc:Маъмур ru:Мамур,Маъмур xx:Məmur" },
    { "mamurjon", 'm', "tg:Маъмурҷон uz:Maʼmurjon uc:Маъмуржон ru:Мамуржон,Маъмурджон,Мамуржан" },
    { "mannon", 'm', "tg:Маннон uz:Mannon uc:Маннон ru:Маннон,Маннан xx:Manan" },
    { "mansur", 'm',
      "kk:Мансұр ky:Мансур tg:Мансур uz:Mansur uc:Мансур tk:Mansur ru:Мансур "
      "xx:Mənsur,Mansour,منصور" },
    { "maqsad", 'm',
      "kk:Мақсат ky:Максат tg:Мақсад uz:Maqsad uc:Мақсад tk:Maksat ru:Максат,Максад" },
    { "maqsatbek", 'm', "kk:Мақсатбек ky:Максатбек ru:Максатбек" },
    { "maqsud", 'm',
      "kk:Мақсұт ky:Максут tg:Мақсуд uz:Maqsud uc:Мақсуд tk:Magsut ru:Максуд,Максут "
      "xx:Məqsud,Maksud" },
    { "maqsudjon", 'm', "tg:Мақсудҷон uz:Maqsudjon uc:Мақсуджон ru:Максуджон,Максудджон" },
    { "maruf", 'm', "kk:Мағрұп tg:Маъруф uz:Maʼruf uc:Маъруф ru:Маруф,Маъруф xx:Məruf,Marouf" },
    { "mashrab", 'm', "ky:Машрап tg:Машраб uz:Mashrab uc:Машраб ru:Машраб,Машрап" },
    { "masud", 'm',
      "kk:Масғұт tg:Масъуд uz:Masʼud uc:Масъуд ru:Масуд,Масъуд,Масгут "
      "xx:Masood,Massoud,Mesut,Məsud,مسعود" },
    { "mavlon", 'm',
      "kk:Мәулен ky:Молон tg:Мавлон uz:Mavlon uc:Мавлон ru:Мавлон,Мавлян,Маулен,Маулан" },
    { "mavlonbek", 'm',
      "kk:Мәуленбек tg:Мавлонбек uz:Mavlonbek uc:Мавлонбек ru:Мавлонбек,Мавлянбек" },
    { "mirhoshim", 'm', "tg:Мирҳошим uz:Mirhoshim uc:Мирҳошим ru:Мирхошим,Мирхашим xx:Mirhaşım" },
    { "mirod", 'm', "tg:Мирод uz:Mirod uc:Мирод ru:Мирод" },
    { "mirzosharif", 'm', "tg:Мирзошариф uz:Mirzasharif uc:Мирзашариф ru:Мирзошариф,Мирзашариф" },
    { "momin", 'm',
      "kk:Момын ky:Момун tg:Мӯмин uz:Moʻmin uc:Мўмин tk:Mömin ru:Мумин,Момин,Момун "
      "xx:Mömün,Mumin" },
    { "mominjon", 'm', "tg:Мӯминҷон uz:Moʻminjon uc:Мўминжон ru:Муминжон,Муминджон" },
    { "muazzam", 'u', "tg:Муаззам uz:Muazzam uc:Муаззам ru:Муаззам,Муазам" },
    { "muhammad", 'm',
      "kk:Мұхаммед,Мұхамбет,Мұхамед,Мағамбет ky:Мухаммед,Мухамбет,Мукамбет tg:Муҳаммад "
      "uz:Muhammad uc:Муҳаммад tk:Muhammet,Mämmet "
      "ru:Мухаммад,Мухаммед,Мухамед,Магомед,Мамед,Мухамбет,Мухамад,Магомет,Магамбет,Мукамбет "
      "xx:Mohammed,Mohammad,Mohamed,Mohamad,Muhammed,Muhamed,Mukhammad,Məhəmməd,Məmməd,Mehmet,"
      "Mehmed,Mahammad,Мөхәммәт,Мұхаммад,Мухаммет,Мухамет,محمد" },
    { "muhammadali", 'm',
      "kk:Мұхамедәлі,Мұхаметәлі ky:Мухамедали tg:Муҳаммадалӣ uz:Muhammadali uc:Муҳаммадали "
      "ru:Мухаммадали,Мухамедали,Магомедали xx:Mohammad_Ali,محمدعلی" },
    { "muhammadamin", 'm',
      "kk:Мұхамедамин tg:Муҳаммадамин uz:Muhammadamin uc:Муҳаммадамин "
      "ru:Мухаммадамин,Мухамедамин xx:Memtimin,Memetimin,Mehmet_Emin" },
    { "muhammadaziz", 'm', "tg:Муҳаммадазиз uz:Muhammadaziz uc:Муҳаммадазиз ru:Мухаммадазиз" },
    { "muhammadjon", 'm',
      "kk:Мұхаметжан,Мұхамеджан ky:Мухамеджан,Мухаметжан tg:Муҳаммадҷон uz:Muhammadjon "
      "uc:Муҳаммаджон ru:Мухаммаджон,Мухамеджан,Мухаметжан,Мухаммадджон,Мухамаджон" },
    { "muhammadrizo", 'm',
      "tg:Муҳаммадризо uz:Muhammadrizo uc:Муҳаммадризо ru:Мухаммадризо "
      "xx:Mohammad_Reza,Mohammadreza" },
    { "muhammadsharif", 'm',
      "tg:Муҳаммадшариф uz:Muhammadsharif uc:Муҳаммадшариф ru:Мухаммадшариф xx:Mohammad_Sharif" },
    { "muhammadsodiq", 'm',
      "tg:Муҳаммадсодиқ uz:Muhammadsodiq uc:Муҳаммадсодиқ ru:Мухаммадсодик,Мухаммадсадык" },
    { "muhammadyusuf", 'm',
      "tg:Муҳаммадюсуф uz:Muhammadyusuf uc:Муҳаммадюсуф ru:Мухаммадюсуф,Мухаммадюсуп" },
    { "muhsin", 'm', "kk:Мұхсин tg:Муҳсин uz:Muhsin uc:Муҳсин ru:Мухсин xx:Mohsin,Mohsen,Möhsün" },
    { "mukhtar", 'm',
      "kk:Мұхтар ky:Мухтар tg:Мухтор uz:Muxtor uc:Мухтор tk:Muhtar ru:Мухтар,Мухтор xx:Мөхтәр" },
    { "mukhtarjan", 'm',
      "kk:Мұхтаржан tg:Мухторҷон uz:Muxtorjon uc:Мухторжон ru:Мухтарджан,Мухторжон,Мухтаржан" },
    { "munir", 'm', "kk:Мүнір tg:Мунир uz:Munir uc:Мунир ru:Мунир xx:Mounir,Münir" },
    { "muqim", 'm', "kk:Мұқым tg:Муқим uz:Muqim uc:Муқим ru:Муким,Мукым" },
    { "muratbek", 'm',
      "kk:Мұратбек ky:Муратбек tg:Муродбек uz:Murodbek uc:Муродбек "
      "ru:Муратбек,Муродбек,Мурадбек" },
    { "muratjan", 'm',
      "kk:Мұратжан ky:Муратжан tg:Муродҷон uz:Murodjon uc:Муроджон "
      "ru:Муратжан,Муроджон,Муродджон,Мураджан" },
    { "murod", 'm',
      "kk:Мұрат ky:Мурат tg:Мурод uz:Murod uc:Мурод tk:Myrat ru:Мурад,Мурат,Мурод "
      "xx:Morad,Мырат" },
    { "murodali", 'm',
      "kk:Мұратәлі ky:Муратали tg:Муродалӣ uz:Murodali uc:Муродали "
      "ru:Муродали,Мурадали,Муратали" },
    { "murtazo", 'm',
      "kk:Мұртаза tg:Муртазо uz:Murtazo uc:Муртазо ru:Муртаза,Муртазо xx:Morteza,Murtuza,مرتضی" },
    { "musa", 'm',
      "kk:Мұса ky:Муса tg:Мӯсо uz:Muso uc:Мусо tk:Musa ru:Муса,Мусо xx:Mousa,Moosa,Мӯса,موسی" },
    { "musabek", 'm', "kk:Мұсабек ky:Мусабек uz:Musobek uc:Мусобек ru:Мусабек,Мусобек" },
    { "muslim", 'm',
      "kk:Мүсілім,Мүслім ky:Муслим tg:Муслим uz:Muslim uc:Муслим tk:Müslüm ru:Муслим "
      "xx:Moslem,Müslim" },
    { "mustafa", 'm',
      "kk:Мұстафа ky:Мустафа,Мыстапа tg:Мустафо uz:Mustafo uc:Мустафо tk:Mustapa "
      "ru:Мустафа,Мустафо,Мустапа xx:Mostafa,مصطفی" },
    { "musulmon", 'm',
      "kk:Мұсылман ky:Мусулман tg:Мусулмон uz:Musulmon,Moʻsulmon uc:Мусулмон,Мўсулмон "
      "ru:Мусулмон,Мусульман,Мусулман" },
    { "muzaffar", 'm',
      "kk:Мұзаффар ky:Музаффар tg:Музаффар uz:Muzaffar uc:Музаффар ru:Музаффар,Музафар "
      "xx:Mozaffar,Müzəffər,Muzaffer" },
    { "nabi", 'm', "kk:Наби ky:Набы,Наби tg:Набӣ uz:Nabi uc:Наби tk:Nebi ru:Наби xx:Nəbi" },
    { "nabijon", 'm',
      "kk:Набижан ky:Набижан tg:Набиҷон uz:Nabijon uc:Набижон "
      "ru:Набижон,Набиджон,Набижан,Набиджан" },
    { "nadir", 'm',
      "kk:Нәдір ky:Надыр tg:Нодир uz:Nodir uc:Нодир tk:Nadyr ru:Надир,Нодир,Надыр xx:Nader" },
    { "naim", 'm', "kk:Нағим tg:Наим uz:Naim uc:Наим ru:Наим,Нагим xx:Nəim,Naeem" },
    { "najib", 'm',
      "kk:Нәжіп tg:Наҷиб uz:Najib uc:Нажиб ru:Наджиб,Нажиб,Нажип xx:Necip,Nəcib,Najeeb" },
    { "nasim", 'm', "kk:Нәсім tg:Насим uz:Nasim uc:Насим ru:Насим xx:Naseem,Nəsim" },
    { "nasir", 'm',
      "kk:Насыр,Нәсір ky:Насыр tg:Носир uz:Nosir uc:Носир tk:Nasyr ru:Насыр,Насир,Носир "
      "xx:Naser,Nasser,ناصر" },
    { "nasr", 'm', "tg:Наср uz:Nasr uc:Наср ru:Наср" },
    { "nazar", 'm', "kk:Назар ky:Назар tg:Назар uz:Nazar uc:Назар tk:Nazar ru:Назар xx:Nəzər" },
    { "nazarali", 'm', "kk:Назарали ky:Назарали tg:Назаралӣ uz:Nazarali uc:Назарали ru:Назарали" },
    { "nazarbek", 'm', "kk:Назарбек ky:Назарбек tg:Назарбек uz:Nazarbek uc:Назарбек ru:Назарбек" },
    { "nazim", 'm', "kk:Нәзім ky:Назим tg:Нозим uz:Nozim uc:Нозим ru:Назим,Нозим xx:Nəzim,Nazem" },
    { "nazir", 'm',
      "kk:Нәзір ky:Назир tg:Назир,Нозир uz:Nazir,Nozir uc:Назир,Нозир ru:Назир,Нозир xx:Nəzir" },
    { "nazri", 'm', "tg:Назрӣ uz:Nazri uc:Назри ru:Назри" },
    { "nemat", 'm',
      "kk:Нығмет ky:Ныгмат tg:Неъмат uz:Neʼmat uc:Неъмат tk:Nygmat "
      "ru:Немат,Неъмат,Нигмат,Ныгмет xx:Nimat,Nemet,نعمت" },
    { "nematjon", 'm',
      "kk:Нығметжан tg:Неъматҷон uz:Neʼmatjon uc:Неъматжон "
      "ru:Неъматжон,Нематжон,Неъматджон,Нигматжан" },
    { "nizom", 'm', "kk:Нызам ky:Низам tg:Низом uz:Nizom uc:Низом ru:Низом,Низам xx:Nezam" },
    { "nodirbek", 'm',
      "kk:Нәдірбек ky:Надырбек tg:Нодирбек uz:Nodirbek uc:Нодирбек "
      "ru:Нодирбек,Надирбек,Надырбек" },
    { "nodirjon", 'm', "tg:Нодирҷон uz:Nodirjon uc:Нодиржон ru:Нодиржон,Нодирджон" },
    { "nodirshoh", 'm',
      "tg:Нодиршо,Нодиршоҳ uz:Nodirshoh uc:Нодиршоҳ ru:Нодиршо,Надиршах,Нодиршох" },
    { "nosirjon", 'm', "tg:Носирҷон uz:Nosirjon uc:Носиржон ru:Носиржон,Носирджон,Насыржан" },
    { "nozimjon", 'm', "tg:Нозимҷон uz:Nozimjon uc:Нозимжон ru:Нозимжон,Нозимджон" },
    { "nuh", 'm', "kk:Нұх tg:Нӯҳ uz:Nuh uc:Нуҳ ru:Нух xx:Nooh" },
    { "numon", 'm',
      "kk:Нұғман tg:Нуъмон uz:Nuʼmon,Numon uc:Нуъмон,Нумон ru:Нумон,Нуман,Нуъмон,Нугман "
      "xx:Noman" },
    { "numonjon", 'm',
      "tg:Нуъмонҷон uz:Nuʼmonjon,Numonjon uc:Нуъмонжон,Нумонжон "
      "ru:Нумонжон,Нуъмонджон,Нуманджан" },
    { "nurtaza", 'm', "kk:Нұртаза ru:Нуртаза" },
    { "nusrat", 'm', "kk:Нұсрат tg:Нусрат uz:Nusrat uc:Нусрат ru:Нусрат xx:Nosrat" },
    { "obid", 'm', "ky:Абит tg:Обид uz:Obid uc:Обид ru:Обид,Абид xx:Abid,Abed" },
    { "obidjon", 'm',
      "ky:Абиджан tg:Обидҷон uz:Obidjon uc:Обиджон ru:Обиджон,Обидджон,Абиджан,Абитжан" },
    { "odiljon", 'm',
      "kk:Әділжан ky:Адилжан tg:Одилҷон uz:Odiljon uc:Одилжон "
      "ru:Одилжон,Одилджон,Адильжан,Адилжан" },
    { "oqil", 'm', "kk:Ақыл ky:Акыл tg:Оқил uz:Oqil uc:Оқил tk:Akyl ru:Акил,Окил,Акыл xx:Aqil" },
    { "orif", 'm',
      "kk:Әріп ky:Арып tg:Ориф uz:Orif uc:Ориф tk:Aryp ru:Ариф,Ориф,Арып,Арип "
      "xx:Гариф,Aref,عارف" },
    { "orifjon", 'm',
      "kk:Әріпжан ky:Арыпжан tg:Орифҷон uz:Orifjon uc:Орифжон "
      "ru:Орифжон,Орифджон,Арифжан,Арифджан" },
    { "qabil", 'm', "kk:Қабыл ky:Кабыл tg:Қобил uz:Qobil uc:Қобил tk:Kabyl ru:Кабил,Кобил,Кабыл" },
    { "qadir", 'm',
      "kk:Қадыр ky:Кадыр tg:Қодир uz:Qodir uc:Қодир tk:Kadyr ru:Кадыр,Кадир,Кодир "
      "xx:Qader,Kadir,قادر" },
    { "qahhor", 'm',
      "ky:Каар tg:Қаҳҳор uz:Qahhor uc:Қаҳҳор ru:Каххор,Кахор,Каххар,Кахар xx:Qahar" },
    { "qasim", 'm',
      "kk:Қасым ky:Касым tg:Қосим uz:Qosim uc:Қосим tk:Kasym ru:Касым,Косим,Касим,Гасым "
      "xx:Qasem,Ghasem,Kasım,Qasım,قاسم" },
    { "qayum", 'm',
      "kk:Қайым ky:Кайым tg:Қайюм uz:Qayum uc:Қаюм ru:Каюм,Кайюм,Кайым xx:Qayyum,Qayoum" },
    { "qobiljon", 'm',
      "kk:Қабылжан ky:Кабылжан tg:Қобилҷон uz:Qobiljon uc:Қобилжон "
      "ru:Кобилжон,Кобилджон,Кабылжан,Кабилжан" },
    { "qodirjon", 'm',
      "kk:Қадыржан ky:Кадыржан tg:Қодирҷон uz:Qodirjon uc:Қодиржон "
      "ru:Кодиржон,Кодирджон,Кадыржан,Кадырджан" },
    { "qosimjon", 'm',
      "kk:Қасымжан ky:Касымжан tg:Қосимҷон uz:Qosimjon uc:Қосимжон "
      "ru:Косимжон,Косимджон,Касымжан,Касымджан" },
    { "qudrat", 'm',
      "kk:Құдірет ky:Кудрет tg:Қудрат uz:Qudrat uc:Қудрат tk:Gudrat ru:Кудрат,Кудрет,Гудрат "
      "xx:Qüdrət,Kudret,Qodrat" },
    { "qurbon", 'm',
      "kk:Құрбан ky:Курбан tg:Қурбон uz:Qurbon uc:Қурбон tk:Gurban ru:Курбан,Курбон,Гурбан "
      "xx:Ghorban,قربان" },
    { "qurbonali", 'm',
      "kk:Құрбанәлі,Құрманғали ky:Курбанали tg:Қурбоналӣ uz:Qurbonali uc:Қурбонали "
      "ru:Курбонали,Курбанали,Курмангали" },
    { "rafiq", 'm',
      "kk:Рафик ky:Рафик tg:Рафиқ uz:Rafiq,Rofiq uc:Рафиқ,Рофиқ ru:Рафик,Рофик xx:Rəfiq,Refik" },
    { "rahim", 'm',
      "kk:Рахым,Рахим ky:Рахим,Ырайым tg:Раҳим uz:Rahim uc:Раҳим tk:Rahym ru:Рахим,Рахым "
      "xx:Rəhim,Raheem,Raxim,رحیم" },
    { "rahimbek", 'm', "kk:Рахымбек tg:Раҳимбек uz:Rahimbek uc:Раҳимбек ru:Рахимбек,Рахымбек" },
    { "rahimjon", 'm',
      "kk:Рахымжан ky:Рахимжан tg:Раҳимҷон uz:Rahimjon uc:Раҳимжон "
      "ru:Рахимжон,Рахимджон,Рахимжан,Рахымжан" },
    { "rahmat", 'm',
      "kk:Рахмет ky:Рахмат tg:Раҳмат uz:Rahmat uc:Раҳмат tk:Rahmet ru:Рахмат,Рахмет "
      "xx:Rəhmət,Rehmet" },
    { "rahmatjon", 'm', "tg:Раҳматҷон uz:Rahmatjon uc:Раҳматжон ru:Рахматжон,Рахматджон" },
    { "rahmon", 'm',
      "kk:Рахман,Рақман ky:Рахман,Ракман tg:Раҳмон uz:Rahmon uc:Раҳмон tk:Rahman "
      "ru:Рахмон,Рахман,Ракман xx:Rəhman,Rehman,رحمان" },
    { "rahmonali", 'm',
      "ky:Рахманали tg:Раҳмоналӣ uz:Rahmonali uc:Раҳмонали ru:Рахмонали,Рахманали" },
    { "rahmonjon", 'm',
      "ky:Рахманжан tg:Раҳмонҷон uz:Rahmonjon uc:Раҳмонжон ru:Рахмонжон,Рахмонджон,Рахманжан" },
    { "rais", 'm', "kk:Раис tg:Раис uz:Rais uc:Раис ru:Раис xx:Рәис,Raees" },
    { "rajab", 'm',
      "kk:Ережеп,Режеп ky:Ыражап,Ражап tg:Раҷаб uz:Rajab uc:Ражаб tk:Rejep "
      "ru:Раджаб,Ражаб,Реджеп,Ережеп,Ражап,Режеп xx:Recep,Rəcəb,رجب" },
    { "rajabali", 'm', "ky:Ражапали tg:Раҷабалӣ uz:Rajabali uc:Ражабали ru:Раджабали,Ражабали" },
    { "ramazan", 'm',
      "kk:Рамазан ky:Рамазан,Ырамазан tg:Рамазон uz:Ramazon uc:Рамазон tk:Remezan "
      "ru:Рамазан,Рамазон,Рамзан xx:Ramadan,Ramadhan,Ramzan,رمضان" },
    { "rashad", 'm', "tg:Рашод uz:Rashod uc:Рашод ru:Рашад,Рашод xx:Rəşad,Reşat" },
    { "rashid", 'm',
      "kk:Рәшит,Рашид ky:Рашит,Рашид tg:Рашид uz:Rashid uc:Рашид tk:Reşit ru:Рашид,Рашит,Рошид "
      "xx:Rəşid,Rasheed,رشید" },
    { "rashidjon", 'm', "tg:Рашидҷон uz:Rashidjon uc:Рашиджон ru:Рашиджон,Рашидджон,Рашиджан" },
    { "rasul", 'm',
      "kk:Расул ky:Расул tg:Расул uz:Rasul uc:Расул tk:Resul ru:Расул "
      "xx:Rəsul,Rasool,Расуль,رسول" },
    { "rasuljon", 'm',
      "ky:Расулжан tg:Расулҷон uz:Rasuljon uc:Расулжон ru:Расулжон,Расулджон,Расулжан" },
    { "rauf", 'm', "kk:Рауф ky:Рауф tg:Рауф uz:Rauf uc:Рауф ru:Рауф xx:Raouf,Rəuf" },
    { "razzoq", 'm',
      "kk:Разақ ky:Разак tg:Раззоқ uz:Razzoq uc:Раззоқ ru:Раззок,Раззак,Разак xx:Razaq,Razeq" },
    { "rizo", 'm',
      "kk:Риза ky:Риза tg:Ризо uz:Rizo uc:Ризо tk:Ryza ru:Риза,Ризо,Реза xx:Rza,Rıza,Raza,رضا" },
    { "rizvon", 'm', "tg:Ризвон uz:Rizvon uc:Ризвон ru:Ризвон,Ризван xx:Rizwan" },
    { "saad", 'm', "tg:Саъд uz:Saʼd uc:Саъд ru:Саад,Саъд xx:سعد" },
    { "sabir", 'm', "kk:Сәбір tg:Собир uz:Sobir uc:Собир ru:Сабир,Собир xx:Saber,صابر" },
    { "sabit", 'm', "kk:Сәбит ky:Сабит tg:Собит uz:Sobit uc:Собит ru:Сабит,Собит xx:Sabet" },
    { "sabyr", 'm', "kk:Сабыр ky:Сабыр tk:Sabyr ru:Сабыр" },
    { "sabyrbek", 'm', "kk:Сабырбек ky:Сабырбек ru:Сабырбек" },
    { "sabyrjan", 'm', "kk:Сабыржан ky:Сабыржан ru:Сабыржан" },
    { "sadiq", 'm',
      "kk:Садық ky:Садык tg:Содиқ uz:Sodiq uc:Содиқ tk:Sadyk ru:Садык,Содик,Садик "
      "xx:Sadeq,Sadigh,صادق" },
    { "sadyr", 'm', "kk:Садыр ky:Садыр tk:Sadyr ru:Садыр" },
    { "sadyrbek", 'm', "ky:Садырбек ru:Садырбек" },
    { "safar", 'm',
      "kk:Сапар ky:Сапар tg:Сафар uz:Safar uc:Сафар tk:Sapar ru:Сафар,Сапар xx:Səfər,Sefer" },
    { "safarali", 'm',
      "kk:Сапарәлі ky:Сапарали tg:Сафаралӣ uz:Safarali uc:Сафарали ru:Сафарали,Сапарали" },
    { "safarmurod", 'm',
      "tg:Сафармурод uz:Safarmurod uc:Сафармурод tk:Saparmyrat "
      "ru:Сафармурод,Сапармурат,Сапармырат" },
    { "said", 'm',
      "kk:Сағит,Саид,Сағид ky:Сайд tg:Саид uz:Said uc:Саид tk:Said ru:Саид,Сагит,Сагид "
      "xx:Saeed,Saeid,Səid,Сәгыйть,Sait,سعید" },
    { "saidahmad", 'm', "tg:Саидаҳмад uz:Saidahmad uc:Саидаҳмад ru:Саидахмад,Саидахмед,Саидахмат" },
    { "saidakbar", 'm', "tg:Саидакбар uz:Saidakbar uc:Саидакбар ru:Саидакбар" },
    { "saidali", 'm', "tg:Саидалӣ uz:Saidali uc:Саидали ru:Саидали" },
    { "saidjon", 'm', "tg:Саидҷон uz:Saidjon uc:Саиджон ru:Саиджон,Саидджон,Саиджан" },
    { "saidkamol", 'm', "tg:Саидкамол uz:Saidkamol uc:Саидкамол ru:Саидкамол,Саидкамал" },
    { "saidmuhammad", 'm',
      "tg:Саидмуҳаммад uz:Saidmuhammad uc:Саидмуҳаммад ru:Саидмухаммад,Саидмагомед" },
    { "saidmurod", 'm', "tg:Саидмурод uz:Saidmurod uc:Саидмурод ru:Саидмурод,Саидмурад" },
    { "salih", 'm',
      "kk:Салих ky:Салих tg:Солеҳ uz:Solih uc:Солиҳ tk:Salyh ru:Салих,Солих,Солех,Салех "
      "xx:Saleh,صالح" },
    { "salim", 'm',
      "kk:Сәлім ky:Салим tg:Салим uz:Salim uc:Салим tk:Selim ru:Салим,Селим,Солим "
      "xx:Səlim,Saleem,Сәлим,سلیم" },
    { "salimjon", 'm',
      "kk:Сәлімжан ky:Салимжан tg:Салимҷон uz:Salimjon uc:Салимжон "
      "ru:Салимжон,Салимджон,Салимжан" },
    { "salman", 'm', "kk:Салман tg:Салмон uz:Salmon uc:Салмон ru:Салман,Салмон" },
    { "salom", 'm', "tg:Салом uz:Salom uc:Салом tk:Salam ru:Салом,Салам" },
    { "samad", 'm',
      "kk:Самат ky:Самат tg:Самад uz:Samad uc:Самад tk:Samat ru:Самат,Самад,Самед "
      "xx:Səməd,Semet,Samet" },
    { "samatbek", 'm', "kk:Саматбек ky:Саматбек ru:Саматбек" },
    { "samir", 'm', "kk:Самир ky:Самир tg:Самир uz:Samir uc:Самир ru:Самир xx:Səmir,Sameer" },
    { "sanat_art", 'm', "tg:Санъат uz:Sanʼat uc:Санъат ru:Санъат" },
    { "saparbek", 'm',
      "kk:Сапарбек ky:Сапарбек tg:Сафарбек uz:Safarbek uc:Сафарбек ru:Сапарбек,Сафарбек" },
    { "sattor", 'm',
      "kk:Саттар ky:Сатар tg:Саттор uz:Sattor uc:Саттор tk:Setdar ru:Саттор,Саттар,Сатар "
      "xx:Səttar" },
    { "sayyid", 'm',
      "kk:Сейіт ky:Сейит,Сейт tg:Сайид uz:Sayid,Sayyid uc:Сайид,Саййид tk:Seýit "
      "ru:Сайид,Сеит,Сейит,Сейид xx:Syed,Sayed,Seyid,Səyid,سید" },
    { "shafiq", 'm', "tg:Шафиқ uz:Shafiq uc:Шафиқ ru:Шафик,Шафиг xx:Şəfiq,Shafigh" },
    { "shahimardan", 'm',
      "kk:Шаймерден,Шәймерден ky:Шаймерден tg:Шоҳимардон uz:Shohimardon uc:Шоҳимардон "
      "ru:Шаймерден,Шаймардан,Шохимардон,Шахимардан" },
    { "shakir", 'm',
      "kk:Шәкір ky:Шакир tg:Шокир uz:Shokir uc:Шокир tk:Şakir ru:Шакир,Шокир xx:Shaker" },
    { "shamil", 'm',
      "kk:Шәміл,Шамил ky:Шамил tg:Шомил uz:Shomil uc:Шомил tk:Şamil ru:Шамиль,Шамил,Шомил" },
    { "shams", 'm', "tg:Шамс uz:Shams uc:Шамс ru:Шамс" },
    { "sharif", 'm',
      "kk:Шәріп,Шариф ky:Шарип tg:Шариф uz:Sharif uc:Шариф tk:Şerip ru:Шариф,Шарип "
      "xx:Şərif,Şerif,Шәрип,شریف" },
    { "sharifjon", 'm',
      "kk:Шәріпжан ky:Шарипжан tg:Шарифҷон uz:Sharifjon uc:Шарифжон "
      "ru:Шарифжон,Шарифджон,Шарипжан" },
    { "sharof", 'm', "tg:Шараф uz:Sharof uc:Шароф ru:Шараф,Шароф xx:Şərəf" },
    { "shavkat", 'm',
      "kk:Шәукет ky:Шавкат tg:Шавкат uz:Shavkat uc:Шавкат tk:Şöwket "
      "ru:Шавкат,Шаукат,Шевкет,Шавкет xx:Şevket,Şövkət,Шәүкәт" },
    { "shavkatjon", 'm', "tg:Шавкатҷон uz:Shavkatjon uc:Шавкатжон ru:Шавкатжон,Шавкатджон" },
    { "shokirjon", 'm',
      "kk:Шәкіржан ky:Шакиржан tg:Шокирҷон uz:Shokirjon uc:Шокиржон "
      "ru:Шокиржон,Шокирджон,Шакиржан,Шакирджан" },
    { "shuhrat", 'm',
      "ky:Шухрат tg:Шуҳрат uz:Shuhrat uc:Шуҳрат tk:Şöhrat ru:Шухрат,Шохрат "
      "xx:Şöhrət,Shohrat,Шөһрәт" },
    { "shuhratjon", 'm', "tg:Шуҳратҷон uz:Shuhratjon uc:Шуҳратжон ru:Шухратжон,Шухратджон" },
    { "shukur", 'm',
      "kk:Шүкір ky:Шүкүр tg:Шукур uz:Shukur uc:Шукур tk:Şükür ru:Шукур,Шукюр xx:Shukoor" },
    { "siroj", 'm', "kk:Сираж tg:Сироҷ uz:Siroj uc:Сирож ru:Сиродж,Сирож,Сираж" },
    { "sobirjon", 'm',
      "tg:Собирҷон uz:Sobirjon uc:Собиржон ru:Собиржон,Собирджон,Сабиржан,Сабирджан" },
    { "sobitjon", 'm',
      "kk:Сәбитжан ky:Сабитжан tg:Собитҷон uz:Sobitjon uc:Собитжон "
      "ru:Собитжон,Собитджон,Сабитжан" },
    { "sodiqjon", 'm',
      "kk:Садықжан ky:Садыкжан tg:Содиқҷон uz:Sodiqjon uc:Содиқжон "
      "ru:Содикжон,Содикджон,Садыкжан,Садыкджан" },
    { "solijon", 'm', "ky:Салыжан,Салижан uz:Solijon uc:Солижон ru:Солижон,Салижан" },
    { "subhon", 'm', "tg:Субҳон uz:Subhon uc:Субҳон ru:Субхон,Субхан xx:Sübhan" },
    { "sulayman", 'm',
      "kk:Сүлеймен ky:Сулайман tg:Сулаймон uz:Sulaymon uc:Сулаймон tk:Süleýman "
      "ru:Сулейман,Сулаймон,Сулайман,Сулеймен xx:Soleiman,Solaiman,Süleyman,Сөләйман,سلیمان" },
    { "sultan", 'm',
      "kk:Сұлтан ky:Султан tg:Султон uz:Sulton uc:Султон tk:Soltan ru:Султан,Султон,Солтан "
      "xx:سلطان" },
    { "sultanbek", 'm',
      "kk:Сұлтанбек ky:Султанбек tg:Султонбек uz:Sultonbek uc:Султонбек ru:Султанбек,Султонбек" },
    { "sultonali", 'm',
      "kk:Сұлтанәлі,Сұлтанғали ky:Султанали tg:Султоналӣ uz:Sultonali uc:Султонали "
      "ru:Султонали,Султанали,Султангали" },
    { "sultonmurod", 'm',
      "tg:Султонмурод uz:Sultonmurod uc:Султонмурод tk:Soltanmyrat "
      "ru:Султанмурат,Султонмурод,Султанмурад" },
    { "sunnat", 'm', "kk:Сүннет tg:Суннат uz:Sunnat uc:Суннат ru:Суннат" },
    { "tahir", 'm',
      "kk:Таһир,Тахир,Таир ky:Таир tg:Тоҳир,Тоир uz:Tohir,Toyir,Toir uc:Тоҳир,Тойир,Тоир "
      "tk:Tahyr ru:Тахир,Тохир,Таир,Тагир,Тоир xx:Taher,طاهر" },
    { "talat", 'm',
      "kk:Талғат ky:Талгат tg:Талъат uz:Talʼat uc:Талъат ru:Талгат,Талат,Талъат xx:Тәлгать" },
    { "talib", 'm',
      "kk:Талип,Тәліп ky:Талип tg:Толиб uz:Tolib uc:Толиб tk:Talyp ru:Талиб,Толиб,Талип,Талып "
      "xx:Taleb,طالب" },
    { "tariq", 'm', "tg:Ториқ uz:Toriq uc:Ториқ ru:Тарик,Торик xx:Tarek" },
    { "tavakkal", 'm',
      "kk:Тәуекел ky:Тобокел tg:Таваккал uz:Tavakkal uc:Таваккал "
      "ru:Таваккал,Тавакал,Тауекел,Тобокел" },
    { "tofiq", 'm',
      "kk:Тәуфик tg:Тавфиқ uz:Tavfiq uc:Тавфиқ ru:Тофик,Тавфик xx:Tevfik,Tofig,Tawfik" },
    { "tohirjon", 'm',
      "kk:Таиржан ky:Таиржан tg:Тоҳирҷон uz:Tohirjon uc:Тоҳиржон "
      "ru:Тохиржон,Тохирджон,Тахирджан,Таиржан" },
    { "tolibjon", 'm',
      "kk:Талипжан ky:Талипжан tg:Толибҷон uz:Tolibjon uc:Толибжон "
      "ru:Толибжон,Толибджон,Талипжан" },
    { "turob", 'm', "kk:Тұрап tg:Туроб uz:Turob uc:Туроб ru:Туроб,Тураб" },
    { "ubayd", 'm', "tg:Убайд uz:Ubayd uc:Убайд ru:Убайд xx:Obaid" },
    { "umar", 'm',
      "kk:Омар,Ғұмар ky:Умар,Омор tg:Умар uz:Umar uc:Умар tk:Omar ru:Умар,Омар,Гумар,Омор "
      "xx:Ömer,Ömər,Omer,Гомәр,عمر" },
    { "umarali", 'm',
      "kk:Омарәлі,Омарғали ky:Умарали tg:Умаралӣ uz:Umarali uc:Умарали "
      "ru:Умарали,Омаргали,Омарали" },
    { "umarbek", 'm', "kk:Омарбек ky:Умарбек tg:Умарбек uz:Umarbek uc:Умарбек ru:Умарбек,Омарбек" },
    { "umarjon", 'm',
      "kk:Омаржан ky:Умаржан tg:Умарҷон uz:Umarjon uc:Умаржон ru:Умаржон,Умарджон,Умаржан" },
    { "usman", 'm',
      "kk:Оспан,Осман ky:Осмон tg:Усмон uz:Usmon uc:Усмон tk:Osman "
      "ru:Усман,Усмон,Осман,Оспан,Осмон xx:Uthman,Othman,Госман,Гусман,Оспон,عثمان" },
    { "usmonali", 'm',
      "kk:Оспанәлі,Оспанғали ky:Осмонали tg:Усмоналӣ uz:Usmonali uc:Усмонали "
      "ru:Усмонали,Османали,Усманали,Осмонали,Оспангали" },
    { "usmonjon", 'm',
      "kk:Оспанжан,Османжан ky:Осмонжан tg:Усмонҷон uz:Usmonjon uc:Усмонжон "
      "ru:Усмонжон,Усмонджон,Османжан,Усманжан,Усманджан" },
    { "uvays", 'm', "kk:Уәйіс tg:Увайс uz:Uvays uc:Увайс ru:Увайс xx:Owais,Üveys" },
    { "vahid", 'm',
      "kk:Уахит ky:Вахит tg:Воҳид,Ваҳид uz:Vohid,Vahid uc:Воҳид,Ваҳид ru:Вахид,Вохид,Вахит "
      "xx:Wahid,Waheed,Vahit" },
    { "vahob", 'm', "tg:Ваҳҳоб uz:Vahob uc:Ваҳоб ru:Вахоб,Ваххоб,Вахаб xx:Wahab,Wahhab" },
    { "vali", 'm',
      "kk:Уәли ky:Вали tg:Валӣ uz:Vali uc:Вали tk:Weli ru:Вали,Уали,Вели xx:Vəli,Veli,Wali" },
    { "valijon", 'm',
      "kk:Уәлижан ky:Валижан tg:Валиҷон uz:Valijon uc:Валижон "
      "ru:Валижон,Валиджон,Валижан,Валиджан" },
    { "valikhan", 'm', "kk:Уәлихан tg:Валихон uz:Valixon uc:Валихон ru:Валихан,Уалихан,Валихон" },
    { "voris", 'm', "kk:Уарис tg:Ворис uz:Voris uc:Ворис ru:Ворис,Варис" },
    { "yahya", 'm',
      "kk:Жақия,Яхия ky:Жакыя,Яхья tg:Яҳё uz:Yahyo uc:Яҳё tk:Ýahýa ru:Яхья,Яхъё,Яхё,Жакия,Яхия "
      "xx:Yəhya,Yehia,یحیی" },
    { "yakupbek", 'm',
      "kk:Жақыпбек ky:Жакыпбек tg:Ёқуббек uz:Yoqubbek uc:Ёқуббек ru:Якуббек,Жакыпбек" },
    { "yaqub", 'm',
      "kk:Жақып ky:Жакып tg:Яъқуб,Ёқуб uz:Yoqub,Yaʼqub uc:Ёқуб,Яъқуб tk:Ýakup "
      "ru:Якуб,Ёкуб,Якуп,Жакып xx:Yaqoob,Yakup,Yaghoub,یعقوب" },
    { "yasin", 'm', "kk:Ясин ky:Жасин tg:Ёсин uz:Yosin uc:Ёсин ru:Ясин,Ёсин xx:Yassin,Yaseen" },
    { "yoqubjon", 'm',
      "kk:Жақыпжан ky:Жакыпжан tg:Ёқубҷон uz:Yoqubjon uc:Ёқубжон "
      "ru:Ёкубжон,Якубжан,Якубджан,Ёкубджон" },
    { "yunus", 'm',
      "kk:Жүніс ky:Жунус tg:Юнус uz:Yunus uc:Юнус tk:Ýunus ru:Юнус,Жунус,Жунис "
      "xx:Yunis,Younus,Younes,Юныс,Юнис,یونس" },
    { "yunusali", 'm', "ky:Жунусали tg:Юнусалӣ uz:Yunusali uc:Юнусали ru:Юнусали,Жунусали" },
    { "yunusjon", 'm',
      "kk:Жүнісжан ky:Жунусжан tg:Юнусҷон uz:Yunusjon uc:Юнусжон ru:Юнусжон,Юнусджон,Юнусжан" },
    { "yusuf", 'm',
      "kk:Жүсіп ky:Жусуп,Усуп tg:Юсуф uz:Yusuf,Yusup uc:Юсуф,Юсуп tk:Ýusup "
      "ru:Юсуф,Юсуп,Жусуп,Жусип,Усуп xx:Yusif,Yousef,Yousuf,Youssef,Юсиф,Йосыф,Исуп,Юсип,یوسف" },
    { "yusufali", 'm',
      "kk:Жүсіпәлі ky:Жусупали,Усубалы tg:Юсуфалӣ uz:Yusufali uc:Юсуфали "
      "ru:Юсуфали,Юсупали,Жусупали,Усубали,Усубалы" },
    { "yusufjon", 'm',
      "kk:Жүсіпжан ky:Жусупжан tg:Юсуфҷон uz:Yusufjon,Yusupjon uc:Юсуфжон,Юсупжон "
      "ru:Юсуфжон,Юсупжон,Юсуфджон,Юсупжан,Жусупжан" },
    { "yusupbek", 'm',
      "kk:Жүсіпбек ky:Жусупбек tg:Юсуфбек uz:Yusufbek,Yusupbek uc:Юсуфбек,Юсупбек "
      "ru:Юсупбек,Юсуфбек,Жусупбек" },
    { "zafar", 'm',
      "kk:Зафар ky:Зафар tg:Зафар uz:Zafar uc:Зафар tk:Zafar ru:Зафар xx:Zəfər,Zapar" },
    { "zafarbek", 'm', "tg:Зафарбек uz:Zafarbek uc:Зафарбек ru:Зафарбек" },
    { "zafarjon", 'm', "ky:Зафаржан tg:Зафарҷон uz:Zafarjon uc:Зафаржон ru:Зафаржон,Зафарджон" },
    { "zahid", 'm', "kk:Зәйіт tg:Зоҳид uz:Zohid uc:Зоҳид ru:Захид,Зохид xx:Zahed" },
    { "zahir", 'm', "kk:Заһир tg:Зоҳир uz:Zohir uc:Зоҳир ru:Захир,Зохир xx:Zaher" },
    { "zakariya", 'm',
      "kk:Зекерия,Зәкария ky:Закария tg:Закариё uz:Zakariyo,Zikriyo uc:Закариё,Зикриё "
      "tk:Zekerýa ru:Закария,Закарья,Закариё,Зикриё,Зекерия xx:Zəkəriyyə,Zekeriya,زکریا" },
    { "zaki", 'm', "kk:Зәки tg:Закӣ uz:Zaki uc:Заки ru:Заки xx:Zeki" },
    { "zakir", 'm',
      "kk:Зәкір ky:Закир tg:Зокир uz:Zokir uc:Зокир tk:Zäkir ru:Закир,Зокир xx:Zaker" },
    { "zamir", 'm', "kk:Зәмір ky:Замир tg:Замир uz:Zamir uc:Замир ru:Замир" },
    { "zamirbek", 'm', "ky:Замирбек ru:Замирбек" },
    { "zarif", 'm', "kk:Зәріп ky:Зарип tg:Зариф uz:Zarif uc:Зариф ru:Зариф,Зарип" },
    { "zarifjon", 'm',
      "kk:Зәріпжан tg:Зарифҷон uz:Zarifjon uc:Зарифжон ru:Зарифжон,Зарифджон,Зарипжан" },
    { "zinulla", 'm', "kk:Зинолла,Зейнолла uz:Zinulla uc:Зинулла ru:Зинулла,Зейнулла,Зейнолла" },
    { "ziyo", 'm', "kk:Зия ky:Зыя tg:Зиё uz:Ziyo uc:Зиё ru:Зия,Зиё xx:Ziya" },
    { "ziyod", 'm', "kk:Зияд ky:Зияд tg:Зиёд uz:Ziyod uc:Зиёд ru:Зиёд,Зияд" },
    { "ziyodbek", 'm', "tg:Зиёдбек uz:Ziyodbek uc:Зиёдбек ru:Зиёдбек,Зиядбек" },
    { "zohidjon", 'm', "tg:Зоҳидҷон uz:Zohidjon uc:Зоҳиджон ru:Зохиджон,Зохидджон,Захиджан" },
    { "zoir", 'm', "tg:Зоир uz:Zoir uc:Зоир ru:Зоир,Заир" },
    { "zokirjon", 'm',
      "kk:Зәкіржан ky:Закиржан tg:Зокирҷон uz:Zokirjon uc:Зокиржон "
      "ru:Зокиржон,Зокирджон,Закиржан,Закирджан" },
    { "zubayr", 'm',
      "kk:Зүбайыр tg:Зубайр uz:Zubayr uc:Зубайр ru:Зубайр,Зубаир xx:Zubair,Zobair,Zübeyr" },
    { "zufar", 'm', "kk:Зуфар tg:Зуфар uz:Zufar uc:Зуфар ru:Зуфар" },
    { "zuhur", 'm', "tg:Зуҳур uz:Zuhur uc:Зуҳур ru:Зухур xx:Zohoor" },
    { "zulfiqor", 'm',
      "kk:Зұлпықар tg:Зулфиқор uz:Zulfiqor uc:Зулфиқор ru:Зульфикар,Зулфикор "
      "xx:Zülfüqar,Zulfiqar" },
};
