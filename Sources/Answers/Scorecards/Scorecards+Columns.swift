public import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Scorecards.Sheet {
  /// The table of indicators.
  ///
  /// - Parameter quarter: The quarter up to which people read a value; `nil` where none has begun.
  /// - Returns: The columns.
  public func columns(through quarter: Quarter?) -> [Column<Scorecard.Entry>] {
    let values: [Column<Scorecard.Entry>] = [
      Column(key: "kode", heading: "Kode") { .text($0.indicator.label) },
      Column(key: "nama", heading: "Indikator") { .text($0.indicator.wording.name) },
      Column(
        key: "sd_triwulan",
        heading: quarter.map { "s.d. \($0.indonesian)" } ?? "Sampai dengan triwulan"
      ) { .quarters($0.cumulative, shown: quarter) },
      Column(key: "triwulan", heading: "Triwulan itu") { .quarters($0.quarters, shown: quarter) },
    ]
    let achievements: [Column<Scorecard.Entry>] = [
      Column(key: "target", heading: "Target") { Cell($0.targetValue) },
      Column(key: "capaian", heading: "Capaian") { Cell($0.achievement) },
      Column(key: "tertinggi", heading: "Masih bisa") { .attainable($0.best) },
      Column(key: "predikat", heading: "Predikat") { Cell($0.grade?.text) },
      Column(key: "susulan", heading: "Susulan") { .count($0.lateEntries) },
      Column(key: "keterangan", heading: "Keterangan") { entry in
        .notes(entry.notes, [entry.indicator.reading, entry.indicator.note].compactMap(\.self))
      },
      Column(key: "bacaan", heading: "Bacaan") { Cell($0.count?.reading.name) },
    ]
    return values
      + Column<Scorecard.Entry>.figures(of: { $0.figure }, grade: { $0.grade?.letters })
      + achievements + definitionColumns
  }

  /// What a table says of an indicator beside its values: whose it is, and what is printed.
  private var definitionColumns: [Column<Scorecard.Entry>] {
    let register = scorecard.register.name
    let codes = calendar.codes
    let unit = kecamatan.code.description
    let words = kecamatan.words
    return [
      Column(key: "register", heading: "Register") { _ in .text(register) },
      Column(key: "unit", heading: "Kode unit") { _ in .text(unit) },
      Column(key: "jabatan", heading: "Penanggung jawab") { entry in
        entry.indicator.role.map { .role(codes[$0], words) } ?? .none
      },
      Column(key: "kartu", heading: "Kartu") { .role(codes[$0.indicator.card], words) },
      Column(key: "rincian", heading: "Rincian") { Cell($0.indicator.wording.detail) },
      Column(key: "rumus", heading: "Rumus") { Cell($0.indicator.wording.formula) },
      Column(key: "rumus_pembilang", heading: "Rumus pembilang") {
        Cell($0.indicator.wording.numerator)
      },
      Column(key: "rumus_penyebut", heading: "Rumus penyebut") {
        Cell($0.indicator.wording.denominator)
      },
      Column(key: "jenis", heading: "Jenis") { .text($0.indicator.kind.rawValue) },
      Column(key: "satuan", heading: "Satuan") { .text($0.indicator.unit) },
      Column(key: "sumber", heading: "Sumber") { .text(Self.source($0.original)) },
      Column(key: "sama_dengan", heading: "Sama dengan") { Cell($0.sameAs?.label) },
    ]
  }

  /// Where the values of an indicator come from, as programs read it.
  private static func source(_ indicator: Indicator) -> String {
    switch indicator.source {
    case .documents: "dokumen"
    case .measurement, .sameAs: "ukur"
    case .survey: "survei"
    }
  }

  /// The table of the other readings of an indicator.
  public static let alternativeColumns: [Column<Scorecard.Alternative>] = {
    let name = Column<Scorecard.Alternative>(key: "nama", heading: "Bacaan lain") {
      Cell($0.count.reading.name)
    }
    let best = Column<Scorecard.Alternative>(key: "tertinggi", heading: "Masih bisa") {
      .attainable($0.best)
    }
    return [name] + Column<Scorecard.Alternative>.figures(of: { $0.figure }) + [best]
  }()

  /// The table of one indicator by quarters.
  public static func quarterColumns(of entry: Scorecard.Entry) -> [Column<Quarter>] {
    [
      Column(key: "triwulan", heading: "Triwulan") { .quarter($0) },
      Column(key: "triwulan_itu", heading: "Triwulan itu") { .figure(entry.quarters[$0]) },
      Column(key: "sd_triwulan", heading: "Sampai dengan") { .figure(entry.cumulative[$0]) },
    ]
  }

  /// The table of registers.
  public static let registerColumns: [Column<Scorecards.Sheet>] = [
    Column(key: "register", heading: "Register") { .text($0.scorecard.register.name) },
    Column(key: "judul", heading: "Judul") { .text($0.scorecard.register.title) },
    Column(key: "unit", heading: "Kode unit") { .text($0.kecamatan.code.description) },
    Column(key: "sejak", heading: "Sejak") { Cell($0.scorecard.validity.since) },
    Column(key: "sampai", heading: "Sampai") { Cell($0.scorecard.validity.through) },
    Column(key: "sumber", heading: "Sumber") { .text($0.scorecard.register.source.title) },
  ]
}

extension Column {
  /// The columns of what an indicator came to, which every table of indicators shares.
  ///
  /// `persen_rumus` is what the formula of a count gives.
  ///
  /// - Parameters:
  ///   - figure: What the indicator of a row came to; `nil` without data.
  ///   - grade: The letters of its class; `nil` where it has none.
  /// - Returns: The columns.
  public static func figures(
    of figure: @escaping @Sendable (Row) -> IndicatorFigure?,
    grade: @escaping @Sendable (Row) -> String? = { _ in nil }
  ) -> [Column] {
    [
      Column(key: "realisasi", heading: "Setahun") { row in
        Cell(figure(row)?.value, grade: grade(row))
      },
      Column(key: "pembilang", heading: "Dari") { .fraction(figure($0)) },
      Column(key: "penyebut", heading: "Penyebut") { Cell(figure($0)?.denominator) },
      Column(key: "persen_rumus", heading: "Persen rumus") { row in
        guard let figure = figure(row), case .count? = figure.value else { return .none }
        return Cell(figure.share)
      },
    ]
  }
}
