internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The words in which indicators are spoken of, in Indonesian.
struct IndicatorWords {
  let calendar: ReportCalendar
  let kecamatan: Kecamatan

  /// What stands where there is no value.
  static let noData = "tidak ada data"

  // MARK: - Values

  /// A value for people: `85,71%`, `48`, `76,34`.
  static func value(_ figure: IndicatorFigure?) -> String? {
    guard let value = figure?.value, let text = value.text(separator: ",") else { return nil }
    switch value {
    case .percent: return "\(text)%"
    case .count(let count): return grouped(count)
    case .index: return text
    }
  }

  /// A whole number with points between its thousands, as amounts in rupiah are read: `2.412.650.000`.
  static func grouped(_ number: Int) -> String {
    let digits = Array("\(number)")
    return digits.indices.map { index in
      let isGroupStart = index > 0 && (digits.count - index).isMultiple(of: 3)
      return isGroupStart ? ".\(digits[index])" : "\(digits[index])"
    }.joined()
  }

  /// What a value was made of: `6/7`; for a count with a formula the formula's percentage too.
  static func parts(_ figure: IndicatorFigure?) -> String? {
    guard let numerator = figure?.numerator, let denominator = figure?.denominator else {
      return nil
    }
    return "\(grouped(numerator))/\(grouped(denominator))"
  }

  /// What a value was made of, with the percentage that a count's own formula gives: `1/3 (33,33%)`.
  static func fraction(_ figure: IndicatorFigure?) -> String? {
    guard let parts = parts(figure), case .count? = figure?.value else { return parts(figure) }
    return figure?.share?.percent(separator: ",").map { "\(parts) (\($0)%)" } ?? parts
  }

  /// A value with what it was made of: `85,71% (6/7)`.
  static func full(_ figure: IndicatorFigure?) -> String {
    guard let figure, let value = value(figure) else {
      return parts(figure).map { "\(noData) (\($0))" } ?? noData
    }
    guard let parts = parts(figure) else { return value }
    let percent =
      if case .count? = figure.value { figure.share?.percent(separator: ",") } else { String?.none }
    return "\(value) (\(parts)\(percent.map { " = \($0)%" } ?? ""))"
  }

  /// A target for people: `100,00%`, `48`, `80,00`.
  static func target(_ hundredths: Int, _ kind: Indicator.Kind) -> String {
    switch kind {
    case .count: grouped(hundredths / 100)
    case .percent: "\(decimal(hundredths, separator: ","))%"
    case .index: decimal(hundredths, separator: ",")
    }
  }

  /// Hundredths as a number with two decimals.
  static func decimal(_ hundredths: Int, separator: Character) -> String {
    Ratio(hundredths, of: 100).decimal(separator: separator) ?? ""
  }

  /// A value of the ledger for people: `82,50` for `82.50`; what is no value as it stands.
  static func written(_ value: String) -> String {
    guard let measured = MeasuredValue(value) else { return value }
    if case .share(let share) = measured {
      return "\(grouped(share.numerator))/\(grouped(share.denominator))"
    }
    return measured.whole.map(grouped) ?? value.replacing(".", with: ",")
  }

  /// Where the values of an indicator come from, as programs read it.
  static func source(_ indicator: Indicator) -> String {
    switch indicator.source {
    case .documents: "dokumen"
    case .measurement, .sameAs: "ukur"
    case .survey: "survei"
    }
  }

  /// How the achievement is reckoned, where less is better; `nil` where more is.
  static func direction(_ indicator: Indicator) -> String? {
    indicator.direction == .downward
      ? "makin kecil makin baik: capaian = (2 x target - realisasi) / target" : nil
  }

  // MARK: - Remarks

  /// What people should know beside the value of an indicator.
  func remarks(_ entry: Scorecard.Entry) -> [String] {
    var sentences: [String] = []
    if entry.indicator.code != entry.original.code {
      sentences.append("nilainya sama dengan \(entry.original.label), dihitung sekali")
    }
    if entry.figure?.value == nil {
      sentences.append(
        IndicatorWords.parts(entry.figure).map { "\(IndicatorWords.noData): \($0)" }
          ?? "belum diukur")
    }
    if entry.lateEntries > 0 { sentences.append("\(entry.lateEntries) susulan") }
    return sentences + entry.remarks.map(sentence)
  }

  private func sentence(_ remark: Scorecard.Remark) -> String {
    switch remark {
    case .overHundred: return "lebih dari 100%, ditampilkan apa adanya"
    case .halfDone(let count): return "\(count) dokumen baru sebagian (setengah jalan)"
    case .unmeasured(let periods):
      return "\(periods.map(IndicatorWords.partOfYear).joined(separator: ", ")) belum diukur"
    case .covered(let row, let period, let longer):
      return
        "\(period.indonesian) (baris \(row.text)) tidak dipakai: nilai periode yang lebih panjang "
        + "(baris \(longer.text)) menang"
    case .targetOfNought: return "target 0, sehingga capaian tidak dapat dihitung"
    case .farOverTarget:
      return "realisasi lebih dari dua kali target, capaian ditulis 0,00%"
    case .unreadable(let row):
      return "nilai baris \(row.text) tidak dapat dibaca sebagai nilai indikator ini"
    case .withoutDenominator(let row):
      return
        "baris \(row.text) tanpa penyebut, sehingga persentase rumusnya tidak ada; "
        + "catat ulang sebagai pembilang/penyebut"
    }
  }

  /// A period of the year that is spoken of: `TW II`, `Maret`.
  private static func partOfYear(_ period: Period) -> String {
    period.indonesian.split(separator: " ").dropLast().joined(separator: " ")
  }

  /// What counts in every quarter anew, since it is in force and not handed in in it; `nil` where
  /// nothing does.
  func countedWhileInForce(_ count: ReadingCount) -> String? {
    let scopes = (count.numerator + (count.denominator ?? [])).compactMap { term in
      switch term.term {
      case .documents(let scope, _), .villages(let scope, _): scope
      case .obligations, .perVillage, .constant, .target: CountTerm.Scope?.none
      }
    }
    let reports = calendar.reports.filter { report in
      report.term != nil && scopes.contains { $0.reports?.contains(report.code) ?? true }
    }
    guard !reports.isEmpty else { return nil }
    let codes = reports.map { calendar.codes[$0.code] }.joined(separator: ", ")
    return "\(codes) dihitung dalam setiap triwulan selama masih berlaku, sehingga kolom "
      + "'Triwulan itu' tidak untuk dijumlahkan"
  }

  // MARK: - Formulas

  /// What a term counts, in words: `laporan LPPD, LKPJ yang tepat waktu`.
  func term(_ count: TermCount) -> String {
    switch count.term {
    case .obligations(let scope, let conditions):
      let level = scope.level.map { " tingkat \($0.rawValue)" } ?? ""
      return "laporan \(reports(scope))\(level)\(units(scope)) yang \(words(conditions))"
    case .documents(let scope, let conditions):
      return "dokumen desa \(reports(scope))\(units(scope)) yang \(words(conditions))"
    case .villages(let scope, let conditions):
      return "desa\(units(scope)) dengan \(reports(scope)) yang \(words(conditions))"
    case .perVillage(let factor, _):
      let notOwed = count.notOwed > 0 ? ", kecuali \(count.notOwed) dokumen yang tidak wajib" : ""
      return "\(kecamatan.villages.count) desa x \(factor)\(notOwed)"
    case .constant(let number): return "tetap \(number)"
    case .target: return "target tahun ini"
    }
  }

  private func reports(_ scope: CountTerm.Scope) -> String {
    scope.reports.map { $0.map { calendar.codes[$0] }.joined(separator: ", ") } ?? "semua"
  }

  private func units(_ scope: CountTerm.Scope) -> String {
    scope.units.map { units in
      " di \(units.map(kecamatan.displayName).joined(separator: ", "))"
    } ?? ""
  }

  private func words(_ conditions: Set<CountTerm.Condition>) -> String {
    CountTerm.Condition.allCases.filter(conditions.contains).map { condition in
      switch condition {
      case .required: "wajib"
      case .made: "dibuat"
      case .onTime: "tepat waktu"
      case .late: "terlambat"
      case .exempt: "dibebaskan"
      case .complete: "lengkap"
      case .inForce: "masih berlaku"
      }
    }.joined(separator: " atau ")
  }
}
