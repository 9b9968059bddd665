import { fold } from "./fold.ts";

/**
 * Everyday Turkish words, our own list. They say nothing about what is asked, but they are words: they must be neither
 * "corrected" into a word of the domain nor taken for a foreign subject.
 */
const NEUTRAL = `
  düz gerçek
  ait yaz
  bey hanım efendi tahsil miktar miktarda işler işlerinde bilemedik bilemedim başla herhangi hangisi
  adana adıyaman afyon afyonkarahisar ağrı aksaray amasya ankara antalya ardahan artvin aydın balıkesir bartın batman bayburt bilecik bingöl bitlis bolu
  burdur bursa çanakkale çankırı çorum denizli diyarbakır düzce edirne elazığ erzincan erzurum eskişehir gaziantep giresun gümüşhane hakkari hatay ığdır
  isparta istanbul izmir kahramanmaraş karabük karaman kars kastamonu kayseri kilis kırıkkale kırklareli kırşehir kocaeli konya kütahya malatya manisa
  mardin mersin muğla muş nevşehir niğde ordu osmaniye rize sakarya samsun şanlıurfa siirt sinop sivas şırnak tekirdağ tokat trabzon tunceli uşak van
  yalova yozgat zonguldak bayıl koru korur cep konusunda sonunda başında içinde hazırlama veri işletmeni kontrol
  yoksa yoksam nitekim oysa üstelik aksi takdirde halde rağmen dolayı dolayısıyla itibariyle münasebetiyle nedeniyle sebebiyle icabı icap amacıyla
  bulunuyoruz bulunmaktayız görevim görevimiz şahsi şahsım nöbetçi amirlik birlik bölük tabur alay tugay ekip büro amirliği memurluk memurluğu vhki
  hayırlısıyla merak ettiğim elimde elimizde birikti fikir fikrim haber haberim haberiniz aklımda aklıma soracak soracağım sormak danışmak
  arkadaşın dediğine söylediğine diye diyerek duyduğuma bilgim bilgimiz bildiğim kadarıyla anladığım normal mi acep ola di değil mi
  şöyle düşün düşünüyor san sanırsam sanki tahmin inşallah maşallah vallahi valla allah aşkına ricam ricamız
  sırala listele
  hadi haydi hadii kral reis üstad üstat adamsın olan olarak unit uygula uygulan tür türü türlü aklıma takıl takılan bağlantı paylaş eden ettir ettirmek duruyor dur sürdür
  hatta hata hatıra hatırla aynı ayrı ayrıca güncel arada arası arasında veri verim gelişme tekrar formül noter nota notu sorun soruna simit telaş
  merhaba selam lütfen acaba peki tamam evet hayır yani işte hani şimdi şu bu o bunu bunun buna bundan şunu onu onun ona ondan
  bunlar şunlar onlar onları bizim sizin senin benim onların sana size siz sen biri birisi bazı her hiç hep hepsi tüm bütün
  bir biraz çok az daha en fazla sadece yalnız yalnızca ancak ama fakat lakin çünkü zira ve veya ya yahut de da ki ise eğer
  şayet için ile gibi kadar göre karşı doğru beri önce sonra sonrası artık hâlâ hala henüz daima bazen şuan şuanda bugün
  yarın dün akşam sabah öğle  geçen önümüzdeki tekrar yine gene ayrıca bide hem hemen belki herhalde galiba sanırım
  tabi tabii elbette gerçekten aslında aynen zaten mesela örneğin şey bişey şeyi böyle şöyle öyle nasıl ne neden niçin niye
  hangi kim kaç nere var yok değil ol            et      
  yap             iste    gerek 
    lazım  şart mümkün  bil    bilgilendir söyle     de der anlat anlamadım
  anla açıkla göster bak bakar mısın misin misiniz mıyım miyim rica ediyorum ederim  sağol teşekkür saygı
  saygılar iyi kolay gelsin günler çalışmalar akşamlar  sayın hocam abi abla müdürüm müdür amirim amir şefim komutanım arkadaş arkadaşlar
  arkadaşım kardeş kardeşim dostum yetkili ilgili konu konuda konusunda hakkında ilişkin dair bağlı durum durumda durumunda hal halinde zaman
  vakit anda süre şekil şekilde yol yolu taraf tarafından tarafıma bana beni bende benden bize bizi bizden kendi kendim kendime kendisi
  öğren   merak yardım yardımcı cevap yanıt bekle  al  ver    
  çalışıyorum çalışmaktayım görevliyim görevli görev  birim birimi birimimiz birimde  kurumda kaymakamlık valilik il ilçe müdürlüğü müdürlük
  emniyet jandarma karakol polis memuru memur personel personeli çavuş uzman başkomiser komiser komutanlığı komutanlık astsubay subay şube şubesi
  büyükşehir merkez ilimiz ilçemiz bakanlık bakanlığı taşra kadro unvan amirliği nüfusmüdürlüğü yazıişleri özelkalem sekreter
  başladım başlarsam başlasam başlayacağım yeni eski ilk son diğer başka aynı tek iki üç dört beş ikisi ikisine biz ben
  gel  git  çık  çıkar kal   kalıyor bul  koy tut
  düş gör    duydum okudum baktım sordum  dilerim umarım kusura bakmayın pardon
  dan den nin nın mı mi mu mü ta te le la a e i u ya ye hmm ee aa ha he eh yaa yav ya be abi kanka hocm
  tarafımıza tarafımızca bulunmaktayım bulunuyorum bildirir bildirirseniz sevinirim memnun arz rica ederiz 
  bilgi bilgisi mutlaka kesin kesinlikle direkt direk doğrudan şahsen resmi normal normalde genelde genel
  doğdu gereği gereğince üzere üzerinden üzerine aracılığıyla vasıtasıyla
  dakika         napıcam
  söz söylendi söyleniyor denildi denmiş duyduk herkes kimse insanlar kişi kişiye kişinin başına başı adına
  nolur nolacak naber noldu nooldu oluyo yani tam net acil hızlı kısa kısaca özet özetle detaylıca
`;

/** English ones: they take no Turkish endings. */
const NEUTRAL_ENGLISH = `
  give gives gave let's takes taking
  method manner kind type sort bit lot little new old good bad right wrong true sure fine well better best problem issue matter
  myself yourself ourselves whose both either neither each every per via without within against between among under over
  happened happening becomes became become remain remains stay stays keep keeps try tried trying hear heard tell told lets
  through only both read report use fine ordinary happen happens submit submitted sent before while during until since because though however
  something anything everything nothing thing way ways kind case else more most less least first next other another same such own very really quite
  think understand explain show find look see go going make made take taken give given keep put ask asked say said call called work works working
  there here where's what's how's i'd i'll i've you're we'd we'll we've let's don doesn't didn't isn't aren't won't can't cannot couldn't shouldn't
  office unit department team colleague colleagues ministry district province police officer civil servant member question questions info help
  currently already recently soon later early late possible necessary available allowed able
  the a an is are was do does did i me my we our us you your it its to for of on in at with from and or not if have has had be been
  can could should would will shall may might please hello hi hey there this that these those what which who whom when where how why
  any some all also too just about after before by as so than then them they he she get got need want know tell let much many
  am im ive dont does doesn t s ll re ve one as into out up down again still already yet now today tomorrow
  person people staff someone somebody anyone dear sir madam regards kind thanks thank
`;

/** Everyday words that do name a subject, mostly not ours; protected from correction. */
const NAMING = `
  masa sandalye kapı pencere oda bina kat araba araç otobüs uçak bilet otel tatil okul öğrenci öğretmen çocuk anne baba eş oğul kız aile ev kira su
  elektrik doğalgaz ekmek yemek çay kahve süt et balık meyve sebze pazar market mağaza dükkan banka hesap kredi borç faiz altın döviz dolar euro borsa
  maaş izin tayin atama terfi emekli emeklilik sendika disiplin sicil rapor hastane doktor ilaç sağlık sigorta randevu hasta ameliyat
  bilgisayar ekran klavye fare yazıcı tarayıcı kamera mikrofon hoparlör kablo fiş priz ağ sunucu dosya klasör program uygulama yazılım donanım
  virüs antivirüs lisans sürüm   modem kablosuz tarayıcı sekme pencere düğme simge simgesi ikon menü
  hava yağmur kar güneş sıcak soğuk deprem yangın sel trafik kaza ceza plaka ruhsat ehliyet sürücü pasaport vize kimlik nüfus doğum ölüm nikah
  evlilik boşanma miras tapu dava mahkeme avukat hakim savcı karar hüküm kanun yönetmelik genelge tebliğ mevzuat madde hukuk
  silah mermi tabanca harç harcı vergi beyanname gümrük ithalat ihale sözleşme satın satış alım toplantı seminer eğitim kurs sınav  puan
  maç futbol takım oyun film dizi müzik şarkı kitap gazete haber şiir fıkra şaka burç rüya seçim parti oy başkan cumhurbaşkanı bakan vali
  kart    kartvizit kasa kasada kara kare kale kalem kağıt defter zarf pul imha imkan imam imar ithal
  saat takvim hafta gün ay yıl mevsim pazartesi salı çarşamba perşembe cuma cumartesi ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  ankara istanbul izmir erzurum van bursa adana konya antalya samsun trabzon diyarbakır gaziantep kayseri malatya sivas
  servis yemekhane kantin lojman misafirhane otopark güvenlik nöbet mesai vardiya görevlendirme harcırah avans bordro
  dilekçe tutanak yazışma arşiv depo demirbaş zimmet envanter toner kartuş kırtasiye yolluk lojman harcırah kira kiralama
  adet tane parça kutu paket çanta saatlik günlük haftalık mont ayakkabı elbise gömlek üniforma
  hata hatalı yanlış doğru sorun problem arıza çözüm sebep neden konuşma ses görüntü fotoğraf video resim
  boş dolu açık kapalı büyük küçük uzun kısa güzel kötü ucuz pahalı kolay zor sıra sayı harf kelime cümle
  kayıt      durum  yarım tarım
   taşra taşınmaz hatıra hatırla katılım katkı satır sitem    
  weather football match game joke recipe lunch dinner food bank money dollar euro passport visa license driving salary holiday leave
  printer computer keyboard mouse screen monitor network  password account windows office excel word outlook
`;

/** Folded English words that carry no subject; never inflected. */
export const ENGLISH_WORDS: ReadonlySet<string> = listOf(NEUTRAL_ENGLISH);
/** Folded words that carry no subject. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set([...listOf(NEUTRAL), ...ENGLISH_WORDS]);
/** Folded words that are ordinary Turkish or English and must not be corrected. */
export const NAMING_WORDS: ReadonlySet<string> = listOf(NAMING);

function listOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean).map(fold));
}
