internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Wording

extension CommandFailure {
  /// The sentence for a measured value that is not recorded.
  init(_ refused: Measure.Refused) {
    self =
      switch refused {
      case .noRegister(let known): .noRegister(known: known)
      case .notInForce(let register, let validity, let period):
        .usage(
          "register \(register) tidak berlaku pada \(period.indonesian)",
          fix: "berlakunya \(RuleText.validity(validity))")
      case .unknown(let word, let nearest):
        .usage(
          "indikator '\(word)' tidak ada dalam register",
          fix: nearest.map { "mungkin maksudnya \($0)" } ?? "lihat: tenggat iku")
      case .fromDocuments(let label):
        .usage(
          "\(label) dihitung dari dokumen, tidak diukur",
          fix: "catat dokumennya; lihat: tenggat jelaskan iku \(label)")
      case .noValue(let indicator):
        .usage(
          "nilai belum disebut", fix: "tambahkan --nilai \(CommandFailure.form(of: indicator))")
      case .notBegun(let period):
        .usage("\(period.indonesian) belum dimulai", fix: "catat sesudah diukur")
      case .future(let date):
        .usage("tanggal \(date.indonesian) belum tiba", fix: "catat pada atau sesudah hari itu")
      case .beforePeriod(let date, let period):
        .usage(
          "tanggal \(date.indonesian) sebelum \(period.indonesian) dimulai",
          fix: "perbaiki --tanggal atau --periode")
      case .noHolidays(let year):
        .usage(
          "kartu skor \(year) tidak dapat dihitung: Calendars/libur/\(year).yaml tidak ada",
          fix: "perbaiki --periode")
      }
  }

  /// The sentence for what is no value of an indicator.
  init(_ refusal: ValueRefusal) {
    let (written, indicator) = (refusal.written, refusal.indicator)
    let form = CommandFailure.form(of: indicator)
    self =
      switch refusal.reason {
      case .ofNothing:
        .usage(
          "nilai '\(written)' bukan nilai \(indicator.label): penyebutnya 0",
          fix: "perbaiki penyebutnya; bila tidak ada yang dinilai, tulis 0/0")
      case .otherKind:
        .usage(
          "nilai '\(written)' bukan nilai \(indicator.label), yang berjenis \(indicator.kind.rawValue)",
          fix: "tulis \(form), tanpa titik ribuan")
      case .share:
        .usage(
          "\(indicator.label) adalah jumlah tanpa penyebut, '\(written)' pecahan",
          fix: "tulis \(form)")
      case .decimals:
        .usage(
          "nilai '\(written)' lebih dari dua desimal",
          fix: "bulatkan ke dua desimal, setengah ke atas")
      case .outside(let range):
        .usage(
          "nilai '\(written)' di luar "
            + [range.lowerBound, range.upperBound].map {
              IndicatorWords.decimal($0, separator: ",")
            }.joined(separator: "-"),
          fix: indicator.scale?.elements.isEmpty ?? true
            ? "perbaiki nilainya" : "tulis nilai konversi (kali 25), bukan rata-rata 1-4")
      case .noComponents:
        .usage("\(indicator.label) tidak memiliki komponen", fix: "tulis --nilai \(form)")
      case .componentCount(let count): CommandFailure(componentCount: count, of: indicator)
      case .component(let text, let component):
        .usage(
          "nilai '\(text)' bukan nilai \(component.name)",
          fix:
            "paling banyak \(component.maximumHundredths / 100), dengan paling banyak dua desimal")
      }
  }

  private init(componentCount count: Int, of indicator: Indicator) {
    let names = indicator.components.map { "\($0.name) (0-\($0.maximumHundredths / 100))" }
    self = .usage(
      "\(count) nilai komponen, seharusnya \(names.count)",
      fix: "tulis berurutan, dipisah koma, desimal dengan titik: \(names.joined(separator: ", "))")
  }

  /// How a value of an indicator is written.
  private static func form(of indicator: Indicator) -> String {
    switch indicator.kind {
    case .percent: "pembilang/penyebut, misalnya 12/15"
    case .count:
      indicator.wording.denominator == nil
        ? "bilangan bulat, misalnya 12" : "bilangan bulat atau pembilang/penyebut, misalnya 12/15"
    case .index: "bilangan dengan dua desimal, misalnya 82.50"
    }
  }

  /// The sentence for a survey that is not read or not recorded.
  init(_ refused: SurveyTable.Refused) {
    self =
      switch refused {
      case .noScale(let name, let known):
        .usage("skala '\(name)' tidak ada", fix: "yang ada: \(known.joined(separator: ", "))")
      case .faulty(let findings, let faults):
        CommandFailure(
          .data,
          lines: findings.map(\.message)
            + CommandFailure(
              .data, "\(faults) galat dalam tabel survei, IKM tidak dihitung",
              fix: "perbaiki lalu ulangi"
            ).lines)
      case .otherScale(let register, let survey):
        .usage(
          "register memakai skala \(register), bukan \(survey)",
          fix: "hapus --skala, atau tulis 'skala: \(survey)' pada indikatornya di kalender/iku")
      case .noIndicator(let period):
        .usage(
          "register pada \(period.indonesian) tidak memiliki indikator IKM",
          fix: "catat dengan 'tenggat iku ukur', atau tulis 'survei' pada indikatornya")
      }
  }
}
