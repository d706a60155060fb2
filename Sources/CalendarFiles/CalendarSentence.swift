package import CivilCalendar
package import ComplianceModel
package import DurableFiles

/// What can be wrong in a file that people write, with its sentences in Indonesian.
package enum CalendarSentence {
  /// What keeps a file from being read, and how to mend it.
  case unreadable(String, Remedy)
  case tooLarge(Int)
  case otherEnding
  case notUTF8
  case nestedTooDeep
  case emptyFile
  case anchor
  case tag
  case syntax(String)
  case repeatedKey(String)
  case notAMapping
  case notAList
  case longList(Int)
  case notAText
  case controlCharacter
  case notAPerson(String)
  case unknownKey(String, nearest: String?)
  case missingKey(String)
  case notANumber(String, ClosedRange<Int>)
  case notAChoice(String, [String], nearest: String?)
  case noSuchDate(String)
  case noSuchDayOfYear(String)
  case noSuchMonth(String)
  case noSuchRegionCode(String)
  case noSuchPart(String)
  case emptyValidity
  case noSource
  case unknownShape([String])
  case offsetNeedsOneCount
  case repeatedUnit(String)
  case repeatedReport(String)
  case unknownReport(String, nearest: String?)
  case unknownEvent(String, nearest: String?)
  case unknownDecree(String)
  case ambiguousAlias(String, String, String)
  case noRule(String)
  case twoRulesInForce(String, other: String)
  case quarterContradicts(stated: Int, due: CivilDate)
  case noSuchPeriod(String)
  case repeatedSetDate(String, String, other: String)
  case noDateToSet(String)
  case periodNotOfReport(String, String, examples: [String])
  case unitNotOfReport(String, String)
  case dateFarFromPeriod(CivilDate, String)
  case dateBeforePeriod(CivilDate, begins: CivilDate)
  case wrongYear(Int, fileYear: Int)
  case dateOutsideYear(String, Int)
  case noWorkingWeek
  case notAKecamatan(String)
  case repeatedOfficial(String, since: CivilDate, line: Int)
  case noSuchStart(String)
  case notAWatchedUnit(String)
  case notARegion(String)
  case notAPostcode(String)
  case notInWorkspace(String)
  case unknownTerm([String])
  case keyNotOfTerm(String, term: String)
  case noTerm(String)
  case notOfVillages(String)
  case unknownScale(String, nearest: String?)
  case targetNotWhole(String)
  case targetOutsideScale(Int, scale: String, ClosedRange<Int>)
  case noIndicatorSource
  case twoIndicatorSources([String])
  case percentWithoutDenominator
  case indexFromDocuments
  case sumOfIndices
  case surveyWithoutCombination
  case surveyKind(Indicator.Kind)
  case scaleWithoutElements(String)
  case targetOfShare
  case repeatedIndicator(String)
  case unknownIndicator(String, nearest: String?)
  case notAnIndicatorCode(String)
  case unknownCard(String, nearest: String?)
  case sameAsOther(String)
  case signedWording(String)
  case noSuchStage(String)
  case emptyList
  case keyNotOfChannel(String, kind: String)
  case channelOfPractice(String)
  case heartbeatOfPractice
  case noSuchHeader(String)
  case oneOfKeys(String, String)
  case noCondition
  case notACondition(String)
  case noSuchHours(String)
  case escalationBeforeDue
  case repeatedChannel(String)
  // A scale.
  case notADecimal(String)
  case wrongName(String, fileName: String)
  case noGrades
  case repeatedGrade(String)
  case gradesNotDescending(String, after: String)
  case repeatedElement(String)
  case repeatedStep(String)
  case stepsNotInOrder(String, after: String)
  case tooManyElements
  // A layout for a receiver.
  case notAProfileName(String)
  case notNameOfFolder(String, folder: String)
  case notAFilePattern(String)
  case notASchemaFile(String)
  case schemaOfText
  // A table of any kind.
  case malformed(CSVFault.Kind)
  case fieldCount(Int, expected: Int)
  // The answers to a survey.
  case elementNotOfScale(Int, scale: String, count: Int)
  case unknownHeading(String, nearest: String?)
  case repeatedColumn(String)
  case noElementColumn
  case columnWithoutHeading(String)
  case notAnAnswer(String)
  case answersInLetters(Int, [String])
  case lettersAmongNumbers(String, letters: Int, numbers: Int)
  case lettersRead
  case noRespondent(String)
  case decimalAnswer(String)
  case respondentWithoutNumber
  case serviceNotPlain
  case noAnswers
  case linesWithoutAnswer(ClosedRange<Int>)
  case respondentsWithoutService(Int)
  case numbersReadAsAnswers
  case moreFindings(Int)
  case uncountedFindings(Int)

  /// What is wrong.
  package var what: String {
    switch self {
    case .unreadable(let why, _): "berkas ini tidak dapat dibaca (\(why))"
    case .tooLarge(let limit): "berkas ini lebih besar dari \(limit >> 20) MB, dan tidak dibaca"
    case .otherEnding: "berkas ini tidak dibaca: akhiran namanya bukan .yaml atau .yml"
    case .notUTF8: "berkas ini bukan teks UTF-8"
    case .nestedTooDeep: "susunan berkas ini terlalu dalam"
    case .emptyFile: "berkas ini kosong"
    case .anchor: "jangkar YAML (&nama) tidak dipakai di sini"
    case .tag: "tanda jenis YAML (!nama) tidak dipakai di sini"
    case .repeatedKey(let key): "kunci '\(key)' ditulis dua kali"
    case .syntax(let problem): "bukan YAML yang benar: \(YAMLSyntaxText.text(of: problem))"
    case .notAMapping: "di sini harus ada pasangan kunci dan nilai"
    case .notAList: "di sini harus ada daftar"
    case .longList(let count):
      "daftar ini memuat \(count.indonesian) butir, paling banyak \(Limits.items.indonesian)"
    case .notAText: "di sini harus ada teks, tidak boleh kosong"
    case .notAPerson(let name): "'\(name)' bukan nama orang"
    case .controlCharacter: "teks ini memuat karakter kendali yang tidak terlihat"
    case .unknownKey(let key, _): "kunci '\(key)' tidak dikenal"
    case .missingKey(let key): "kunci '\(key)' belum ada"
    case .notANumber(let text, let range):
      "'\(text)' bukan bilangan bulat antara \(range.lowerBound) dan \(range.upperBound)"
    case .notAChoice(let text, _, _): "'\(text)' bukan salah satu pilihan"
    case .noSuchDate(let text): "'\(text)' bukan tanggal yang ada"
    case .noSuchDayOfYear(let text): "'\(text)' bukan tanggal yang ada dalam setahun"
    case .noSuchMonth(let text): "'\(text)' bukan nama bulan"
    case .noSuchRegionCode(let text): "'\(text)' bukan kode wilayah"
    case .noSuchPart(let text): "laporan ini tidak memiliki periode '\(text)'"
    case .emptyValidity: "masa berlaku berakhir sebelum dimulai"
    case .noSource: "dasar hukum belum disebut"
    case .unknownShape(let keys): "bentuk tenggat tidak dikenal (\(keys.joined(separator: ", ")))"
    case .offsetNeedsOneCount: "tenggat ini harus memuat satu hitungan dan satu titik awal"
    case .repeatedUnit(let code): "unit \(code) disebut dua kali"
    case .repeatedReport(let code): "laporan '\(code)' disebut dua kali dalam berkas ini"
    case .unknownReport(let code, _): "laporan '\(code)' tidak dikenal"
    case .unknownEvent(let code, _): "kejadian '\(code)' tidak dikenal"
    case .unknownDecree(let name): "dasar '\(name)' tidak ada dalam daftar dasar berkas ini"
    case .ambiguousAlias(let name, let first, let second):
      "nama '\(name)' dipakai oleh \(first) dan \(second)"
    case .noRule(let code): "laporan '\(code)' wajib, tetapi tidak punya aturan tenggat"
    case .twoRulesInForce(let code, let other):
      "dua aturan \(code) berlaku pada saat yang sama (yang lain di \(other))"
    case .quarterContradicts(let stated, let due):
      "aturan ini menyebut TW\(stated), padahal tenggatnya jatuh pada \(due.indonesian)"
    case .noSuchPeriod(let text): "'\(text)' bukan periode"
    case .repeatedSetDate(let code, let period, let other):
      "tenggat \(code) \(period) ditetapkan dua kali bagi unit yang sama (yang lain di \(other))"
    case .noDateToSet(let code):
      "tenggat \(code) tidak ditetapkan per periode: laporan itu hanya dihitung, atau mengikuti kejadian"
    case .periodNotOfReport(let code, let period, _): "\(code) tidak memiliki periode '\(period)'"
    case .unitNotOfReport(let unit, let code): "\(code) bukan kewajiban unit \(unit)"
    case .dateFarFromPeriod(let date, let period):
      "\(date.indonesian) lebih dari tiga tahun dari periode \(period)"
    case .dateBeforePeriod(let date, let beginning):
      "\(date.indonesian) mendahului awal periodenya, \(beginning.indonesian)"
    case .wrongYear(let year, let fileYear):
      "tahun \(year) tidak sesuai dengan nama berkas (\(fileYear))"
    case .dateOutsideYear(let date, let year): "tanggal \(date) tidak berada dalam tahun \(year)"
    case .noWorkingWeek: "minggu kerja belum diisi"
    case .notAKecamatan(let code): "\(code) bukan kode kecamatan"
    case .noSuchStart(let text): "'\(text)' bukan hari pertama yang dipantau"
    case .notAWatchedUnit(let code): "\(code) bukan kecamatan atau desa"
    case .notARegion(let code): "\(code) bukan kode provinsi, kabupaten, atau kecamatan"
    case .repeatedOfficial(let role, let since, let line):
      "jabatan '\(role)' sejak \(since.indonesian) sudah diisi di baris \(line)"
    case .notAPostcode(let text): "'\(text)' bukan kode pos"
    case .notInWorkspace(let path): "'\(path)' tidak berada dalam ruang kerja"
    case .unknownTerm(let keys):
      keys.isEmpty
        ? "suku rumus ini tidak menyebut apa yang dihitung"
        : "suku rumus ini menyebut \(keys.joined(separator: " dan ")) sekaligus"
    case .keyNotOfTerm(let key, let term): "'\(key)' tidak dipakai bersama '\(term)'"
    case .noTerm(let code): "\(code) tidak memiliki masa berlaku"
    case .notOfVillages(let code): "\(code) bukan dokumen desa"
    case .unknownScale(let name, _): "skala '\(name)' tidak ada"
    case .targetNotWhole(let text): "target '\(text)' dari indikator jumlah bukan bilangan bulat"
    case .targetOutsideScale(let target, let scale, let range):
      "target \(Ratio.hundredthsText(target)) di luar skala '\(scale)' "
        + "(\(Ratio.hundredthsText(range.lowerBound))-\(Ratio.hundredthsText(range.upperBound)))"
    case .noIndicatorSource: "indikator ini tidak menyebut dari mana nilainya"
    case .twoIndicatorSources(let keys):
      "indikator ini memuat \(keys.joined(separator: " dan ")) sekaligus"
    case .percentWithoutDenominator: "rumus indikator persen tidak memiliki penyebut"
    case .indexFromDocuments: "indeks tidak dapat dihitung dari dokumen"
    case .sumOfIndices: "indeks tidak dapat dijumlahkan"
    case .surveyWithoutCombination: "'survei' tanpa 'gabungan'"
    case .surveyKind(let kind): "hasil survei ini hanya untuk indikator \(kind.rawValue)"
    case .scaleWithoutElements(let name): "skala '\(name)' bukan skala survei: tanpa 'unsur'"
    case .targetOfShare: "'target: tahun-ini' tidak dipakai dalam rumus indikator persen"
    case .repeatedIndicator(let code): "indikator '\(code)' disebut dua kali dalam berkas ini"
    case .unknownIndicator(let code, _): "indikator '\(code)' tidak dikenal"
    case .notAnIndicatorCode(let code): "'\(code)' bukan kode indikator"
    case .unknownCard(let role, _): "jabatan '\(role)' tidak ada dalam daftar kartu"
    case .sameAsOther(let code):
      "\(code) sendiri memakai nilai indikator lain, atau jenisnya berbeda"
    case .signedWording(let key): "'\(key)' adalah bunyi yang ditandatangani dan tidak diubah"
    case .emptyList: "daftar ini kosong"
    case .keyNotOfChannel(let key, let kind): "kunci '\(key)' tidak dipakai saluran '\(kind)'"
    case .channelOfPractice(let name):
      "saluran '\(name)' mengirim ke luar, dan ini ruang kerja latihan"
    case .heartbeatOfPractice: "'detak' mengirim ke luar, dan ini ruang kerja latihan"
    case .noSuchHeader(let name): "'\(name)' bukan nama kepala yang dapat diisi"
    case .oneOfKeys(let first, let other):
      "'\(other)' tidak dibaca, karena '\(first)' juga ditulis"
    case .noCondition: "jawaban yang diterima belum disebut"
    case .notACondition(let text): "'\(text)' bukan isi jawaban yang dapat diperiksa"
    case .noSuchStage(let text): "'\(text)' bukan tahap pengingat"
    case .noSuchHours(let text): "'\(text)' bukan rentang jam"
    case .escalationBeforeDue: "eskalasi mulai sebelum lewat tenggat"
    case .repeatedChannel(let name): "saluran '\(name)' disebut dua kali"
    case .notADecimal(let text): "'\(text)' bukan bilangan dengan paling banyak dua angka desimal"
    case .wrongName(let name, let fileName):
      "nama '\(name)' tidak sesuai dengan nama berkas (\(fileName))"
    case .noGrades: "daftar kelas kosong"
    case .repeatedGrade(let letters): "kelas '\(letters)' disebut dua kali"
    case .gradesNotDescending(let letters, let other):
      "batas bawah kelas '\(letters)' tidak lebih rendah daripada kelas '\(other)' di atasnya"
    case .repeatedElement(let name): "unsur '\(name)' disebut dua kali"
    case .repeatedStep(let name): "langkah '\(name)' disebut dua kali"
    case .stepsNotInOrder(let name, let before):
      "langkah '\(name)' lebih jauh dari tenggat daripada '\(before)' di atasnya"
    case .tooManyElements: "unsurnya lebih dari \(SurveyTally.mostElements)"
    case .elementNotOfScale(let number, let scale, let count):
      "unsur ke-\(number) tidak ada dalam skala \(scale), yang memuat \(count) unsur"
    case .notAProfileName(let text): "'\(text)' bukan nama profil"
    case .notNameOfFolder(let name, let folder):
      "nama '\(name)' tidak sesuai dengan nama folder (\(folder))"
    case .notAFilePattern(let text): "'\(text)' bukan pola nama berkas"
    case .notASchemaFile(let text): "'\(text)' bukan nama berkas skema"
    case .schemaOfText: "skema hanya untuk keluaran xml"
    case .malformed(let kind): kind.what
    case .fieldCount(let count, let expected):
      "baris berisi \(count) isian, judulnya \(expected)"
    case .unknownHeading(let heading, _): "judul kolom '\(heading)' tidak dikenal"
    case .repeatedColumn(let name): "dua kolom berarti '\(name)'"
    case .noElementColumn: "tidak ada kolom unsur"
    case .columnWithoutHeading(let text): "'\(text)' berada di kolom tanpa judul"
    case .notAnAnswer(let text): "'\(text)' bukan nilai 1, 2, 3, atau 4"
    case .answersInLetters(let count, let columns):
      "\(count) jawaban tertulis huruf a-d seperti kuesioner cetak, di \(columns.joined(separator: ", "))"
    case .lettersAmongNumbers(let column, let letters, let numbers):
      "\(column) mencampur \(letters) jawaban huruf dan \(numbers) jawaban angka"
    case .lettersRead:
      "jawaban huruf dibaca a = 1 (terendah), b = 2, c = 3, d = 4 (tertinggi)"
    case .noRespondent(let label): "'\(label)' bukan responden, barisnya tidak dihitung"
    case .decimalAnswer(let text):
      "'\(text)' berdesimal, jadi baris ini bukan jawaban satu responden"
    case .respondentWithoutNumber:
      "baris ini tidak bernomor seperti baris lain, mungkin ringkasan dan bukan responden"
    case .serviceNotPlain:
      "nama layanan memuat karakter kendali, ganti baris, atau byte yang bukan UTF-8"
    case .noAnswers: "belum ada jawaban"
    case .linesWithoutAnswer(let lines):
      "\(SurveyReader.name(of: lines)) tidak memuat jawaban, sehingga tidak dihitung sebagai responden"
    case .respondentsWithoutService(let count):
      "\(count) responden tidak menyebut layanan"
    case .numbersReadAsAnswers: "baris pertama dibaca sebagai jawaban, bukan sebagai judul kolom"
    case .moreFindings(let count): "masih ada \(count) temuan lain sejak baris ini"
    case .uncountedFindings(let count): "masih ada \(count.indonesian) temuan lain dalam berkas ini"
    }
  }
}
