internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What is said of any measurement that is recorded.
struct MeasurementOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Tanggal ukur atau survei; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Option(help: ArgumentHelp("Kecamatan, bila ruang kerja memantau beberapa.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  /// A measurement of a period, to be recorded with its evidence.
  func request(period: Period, evidence: String?) -> MeasurementRequest {
    MeasurementRequest(
      period: period, unit: unit, date: tanggal, evidence: evidence, note: catatan,
      recorder: petugas)
  }
}

/// Records a measured value of an indicator.
struct IkuUkur: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "ukur", abstract: "Mencatat nilai indikator yang diukur.",
    discussion: """
      Persen ditulis pembilang/penyebut (12/15, tanpa titik ribuan), jumlah sebagai bilangan bulat, \
      indeks dengan dua desimal (82.50). Koreksi dicatat sebagai baris baru; nilai setahun menang atas \
      triwulannya.
      """,
    aliases: ["measure"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode indikator, misalnya H03.")
  var kode: String
  @Option(help: ArgumentHelp("Nilainya: 12/15, 48, atau 82.50.", valueName: "nilai"))
  var nilai: String?
  @Option(
    help: ArgumentHelp(
      "Nilai tiap komponen menurut urutan register, misalnya 24.50,22.10,12.00,18.40.",
      valueName: "nilai,..."))
  var komponen: String?
  @Option(
    help: ArgumentHelp("Yang diukur: 2026-TW1, 2026-S1, 2026-09, atau 2026.", valueName: "periode"))
  var periode: Period
  @Option(help: ArgumentHelp("Berkas bukti, disalin ke ruang kerja.", valueName: "berkas"))
  var berkas: String?
  @OptionGroup var measurement: MeasurementOptions

  func run(_ session: inout Session) throws {
    let request = measurement.request(period: periode, evidence: berkas)
    let subject = try request.subject(kode, session)
    let (value, words) = try value(of: subject.original)
    request.tell(try request.record([(subject, value)], words: words, session), &session)
  }

  /// The value that was written, as the ledger holds it, and the words that keep its parts.
  private func value(of indicator: Indicator) throws -> (text: String, words: String?) {
    switch (nilai, komponen) {
    case (let text?, nil): return (try IkuUkur.value(text, of: indicator), nil)
    case (nil, let text?):
      let (sum, words) = try IkuUkur.sum(text, of: indicator)
      return (sum, words)
    case (nil, nil):
      throw CommandFailure.usage(
        "nilai belum disebut", fix: "tambahkan --nilai \(IkuUkur.form(of: indicator))")
    case (_?, _?):
      throw CommandFailure.usage(
        "--nilai dan --komponen disebut sekaligus", fix: "pakai salah satu")
    }
  }

  /// A value as the ledger holds it; a comma is taken for the decimal point that people mean.
  static func value(_ written: String, of indicator: Indicator) throws -> String {
    let text = written.contains(".") ? written : written.replacing(",", with: ".")
    guard !isOfNought(text) || indicator.kind == .index else {
      throw CommandFailure.usage(
        "nilai '\(written)' bukan nilai \(indicator.label): penyebutnya 0",
        fix: "perbaiki penyebutnya; bila tidak ada yang dinilai, tulis 0/0")
    }
    guard let value = MeasuredValue(text), IndicatorFigure(indicator.kind, value) != nil else {
      throw CommandFailure.usage(
        "nilai '\(written)' bukan nilai \(indicator.label), yang berjenis \(indicator.kind.rawValue)",
        fix: "tulis \(form(of: indicator)), tanpa titik ribuan")
    }
    if case .share = value, indicator.kind == .count, indicator.wording.denominator == nil {
      throw CommandFailure.usage(
        "\(indicator.label) adalah jumlah tanpa penyebut, '\(written)' pecahan",
        fix: "tulis \(form(of: indicator))")
    }
    switch value {
    case .share(let share): return "\(share.numerator)/\(share.denominator)"
    case .number(let number) where indicator.kind == .count: return "\(number.numerator)"
    case .number:
      let hundredths = try index(value, written, indicator)
      return IndicatorWords.decimal(hundredths, separator: ".")
    }
  }

  /// Whether a text is a share of nothing, with something above the line.
  private static func isOfNought(_ text: String) -> Bool {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { MeasuredValue($0)?.whole }
    guard sides.count == 2, let numerator = sides[0] else { return false }
    return numerator > 0 && sides[1] == 0
  }

  /// An index in hundredths, where it can be one.
  private static func index(
    _ value: MeasuredValue, _ written: String, _ indicator: Indicator
  ) throws -> Int {
    guard let hundredths = Ratio.hundredths(of: value) else {
      throw CommandFailure.usage(
        "nilai '\(written)' lebih dari dua desimal",
        fix: "bulatkan ke dua desimal, setengah ke atas")
    }
    guard let scale = indicator.scale else { return hundredths }
    guard scale.range.contains(hundredths) else {
      let ends = [scale.range.lowerBound, scale.range.upperBound].map {
        IndicatorWords.decimal($0, separator: ",")
      }
      throw CommandFailure.usage(
        "nilai '\(written)' di luar \(ends.joined(separator: "-"))",
        fix: scale.elements.isEmpty
          ? "perbaiki nilainya" : "tulis nilai konversi (kali 25), bukan rata-rata 1-4")
    }
    return hundredths
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

  /// The sum of the parts of a score, and the words that keep them.
  private static func sum(
    _ written: String, of indicator: Indicator
  ) throws -> (sum: String, words: String) {
    let components = indicator.components
    guard !components.isEmpty else {
      throw CommandFailure.usage(
        "\(indicator.label) tidak memiliki komponen", fix: "tulis --nilai \(form(of: indicator))")
    }
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    let names = components.map { "\($0.name) (0-\($0.maximumHundredths / 100))" }
      .joined(separator: ", ")
    guard parts.count == components.count else {
      throw CommandFailure.usage(
        "\(parts.count) nilai komponen, seharusnya \(components.count)",
        fix: "tulis berurutan, dipisah koma, desimal dengan titik: \(names)")
    }
    var sum = 0
    var words: [String] = []
    for (part, component) in zip(parts, components) {
      guard let value = MeasuredValue(part), let hundredths = Ratio.hundredths(of: value),
        hundredths <= component.maximumHundredths
      else {
        throw CommandFailure.usage(
          "nilai '\(part)' bukan nilai \(component.name)",
          fix:
            "paling banyak \(component.maximumHundredths / 100), dengan paling banyak dua desimal")
      }
      sum += hundredths
      words.append("\(component.name) \(IndicatorWords.decimal(hundredths, separator: ","))")
    }
    return (
      IndicatorWords.decimal(sum, separator: "."), "komponen: \(words.joined(separator: "; "))"
    )
  }
}
