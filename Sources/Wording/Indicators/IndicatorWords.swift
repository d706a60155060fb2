package import Answers
internal import CivilCalendar
package import Compliance
package import ComplianceModel

/// The words in which indicators are spoken of, in Indonesian.
package struct IndicatorWords {
  private let calendar: ReportCalendar
  private let kecamatan: Kecamatan

  /// The words for the indicators of a kecamatan.
  package init(calendar: ReportCalendar, kecamatan: Kecamatan) {
    self.calendar = calendar
    self.kecamatan = kecamatan
  }

  /// What stands where there is no value.
  package static let noData = "tidak ada data"

  // MARK: - Values

  /// A value for people: `85,71%`, `48`, `76,34`.
  package static func text(of value: IndicatorValue?) -> String? {
    guard let value, let text = value.text(separator: ",") else { return nil }
    switch value {
    case .percent: return "\(text)%"
    case .count(let count): return count.indonesian
    case .index: return text
    }
  }

  /// What a value was made of: `6/7`; for a count with a formula the formula's percentage too.
  package static func parts(_ figure: IndicatorFigure?) -> String? {
    guard let numerator = figure?.numerator, let denominator = figure?.denominator else {
      return nil
    }
    return "\(numerator.indonesian)/\(denominator.indonesian)"
  }

  /// What a value was made of, with the percentage that a count's own formula gives: `1/3 (33,33%)`.
  package static func fraction(_ figure: IndicatorFigure?) -> String? {
    guard let parts = parts(figure), case .count? = figure?.value else { return parts(figure) }
    return figure?.share?.percent(separator: ",").map { "\(parts) (\($0)%)" } ?? parts
  }

  /// A value with what it was made of: `85,71% (6/7)`.
  package static func full(_ figure: IndicatorFigure?) -> String {
    guard let figure, let value = text(of: figure.value) else {
      return parts(figure).map { "\(noData) (\($0))" } ?? noData
    }
    guard let parts = parts(figure) else { return value }
    let percent =
      if case .count? = figure.value { figure.share?.percent(separator: ",") } else { String?.none }
    return "\(value) (\(parts)\(percent.map { " = \($0)%" } ?? ""))"
  }

  /// Hundredths as a number with two decimals.
  package static func decimal(_ hundredths: Int, separator: Character) -> String {
    Ratio(hundredths, of: 100).decimal(separator: separator) ?? ""
  }

  /// A value of the ledger for people: `82,50` for `82.50`; what is no value as it stands.
  package static func written(_ value: String) -> String {
    guard let measured = MeasuredValue(value) else { return value }
    if case .share(let share) = measured {
      return "\(share.numerator.indonesian)/\(share.denominator.indonesian)"
    }
    return measured.whole.map(\.indonesian) ?? value.replacing(".", with: ",")
  }

  /// How the achievement is reckoned, where less is better; `nil` where more is.
  package static func direction(_ indicator: Indicator) -> String? {
    indicator.direction == .downward
      ? "makin kecil makin baik: capaian = (2 x target - realisasi) / target" : nil
  }

  /// Whether all there is, or the target, is out of reach.
  package static func style(ofBest best: IndicatorFigure?) -> Style {
    guard let share = best?.share, share.denominator > 0 else { return .plain }
    return share.numerator < share.denominator ? .soon : .good
  }

  // MARK: - Remarks

  /// What people should know beside the value of an indicator, and texts that follow it, as one text.
  package static func text(_ notes: [IndicatorNote], _ texts: [String]) -> String {
    ([notes.map(sentence).joined(separator: "; ")] + texts)
      .filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ")
  }

  /// Something that people should know beside the value of an indicator.
  package static func sentence(_ note: IndicatorNote) -> String {
    switch note {
    case .reading(let name, let figure): return "\(name): \(full(figure))"
    case .alternative(let name, let figure, let best):
      let best = text(of: best?.value).map { ", masih bisa \($0)" } ?? ""
      return "\(name ?? ""): \(full(figure))\(best)"
    case .noRole: return "penanggung jawab kosong dalam dokumen"
    case .sameAs(let code): return "nilainya sama dengan \(code), dihitung sekali"
    case .noData(let figure):
      return parts(figure).map { "\(noData): \($0)" } ?? "belum diukur"
    case .lateEntries(let count): return "\(count) susulan"
    case .remark(let remark): return sentence(remark)
    }
  }

  private static func sentence(_ remark: Scorecard.Remark) -> String {
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

  /// That reports count in every quarter while they are in force; `nil` where none does.
  package static func countedInForce(_ reports: [String]) -> String? {
    guard !reports.isEmpty else { return nil }
    return
      "\(reports.joined(separator: ", ")) dihitung dalam setiap triwulan selama masih berlaku, "
      + "sehingga kolom 'Triwulan itu' tidak untuk dijumlahkan"
  }

  // MARK: - Reasons

  /// Why an indicator counts something or leaves it out.
  package static func reason(_ reason: CountReason) -> String {
    switch reason {
    case .exempt: return "dibebaskan, di luar hitungan"
    case .onTime(let isLateEntry): return "tepat waktu\(lateEntry(isLateEntry))"
    case .late(let days, let isLateEntry):
      return "terlambat \(days) hari\(lateEntry(isLateEntry))"
    case .submitted(let isLateEntry): return "disampaikan, tanpa tenggat\(lateEntry(isLateEntry))"
    case .returned(let date): return "dikembalikan \(date.indonesian), belum disampaikan lagi"
    case .overdue(let days): return "terlambat \(days.indonesian) hari (belum ada)"
    case .gated: return "menunggu dokumen sebelumnya"
    case .undated: return "belum ada, tanpa tenggat"
    case .notYetDue(let date): return "belum jatuh tempo (\(date.indonesian))"
    case .inForce(let date): return "masih berlaku sampai \(date.indonesian)"
    case .missing: return "belum ada"
    case .expired: return "sudah tidak berlaku"
    case .allExempt: return Words.status(.exempt)
    case .parts(let present, let required, let parts):
      let details = parts.map { "\($0.period): \(self.reason($0.reason))" }
      return "\(present) dari \(required) bagian sudah masuk (\(details.joined(separator: "; ")))"
    }
  }

  private static func lateEntry(_ isLateEntry: Bool) -> String { isLateEntry ? ", susulan" : "" }

  /// What becomes of a row that measures.
  package static func use(_ use: Measurements.Row.Use, inQuarters isInQuarters: Bool) -> String {
    let words =
      switch use {
      case .counted: "ya"
      case .corrected(let row): "tidak, dikoreksi baris \(row.text)"
      case .covered(let row): "tidak, periode lebih panjang di baris \(row.text)"
      case .earlier: "tidak, ada nilai yang lebih baru"
      case .unreadable: "tidak, nilainya bukan bentuk indikator ini"
      }
    return use != .counted && isInQuarters ? "setahun \(words); triwulannya ya" : words
  }

  // MARK: - Formulas

  /// What a term counts, in words: `laporan LPPD, LKPJ yang tepat waktu`.
  package func term(_ count: TermCount) -> String {
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
