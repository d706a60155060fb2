internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
package import Deeds

extension OutcomeText {
  /// What was measured, or read from a survey, and recorded.
  package init(_ recorded: RecordedValues) {
    self.init(
      lines: recorded.values.flatMap { value -> [Line] in
        [
          .heading(
            "Tercatat (baris \(value.row.text)): \(value.original.label) \(value.period.indonesian) "
              + Remedy(OutcomeText.shown(value)))
        ] + OutcomeText.effects(of: value)
      } + (recorded.evidencePath.map { [Line("Bukti: \($0)", inner: false)] } ?? []))
  }

  /// What a measured value takes the place of, or what takes its own.
  package static func effects(of value: RecordedValue) -> [Line] {
    let (named, original) = (value.named, value.original)
    var lines: [Line] = []
    if let value = MeasuredValue(value.text), original.lacksDenominator(value) {
      lines.append(
        Line(
          "Rumus \(original.label) mempunyai penyebut: tanpa penyebut persentasenya tidak ada; "
            + "catat ulang sebagai pembilang/penyebut", .soon, inner: false))
    }
    if named.code != original.code {
      lines.append(
        Line(
          "\(named.label) memakai nilai \(original.label) dan ikut berubah", .faint, inner: false))
    }
    if let earlier = value.displaced.earlier {
      let old = IndicatorWords.written(earlier.text)
      lines.append(
        Line(
          "Menggantikan \(old) (baris \(earlier.id.text)); baris lama tetap ada", .faint,
          inner: false))
    } else if !value.displaced.shorter.isEmpty {
      let rows = value.displaced.shorter.map {
        "\($0.period.indonesian) \(IndicatorWords.written($0.text)) (baris \($0.id.text))"
      }
      lines.append(
        Line(
          "Untuk \(value.period.indonesian) menggantikan \(rows.joined(separator: ", ")); batalkan baris "
            + "\(value.row.text) bila nilai yang lebih pendek yang benar", .soon, inner: false))
    }
    if let longer = value.displaced.longer {
      lines.append(
        Line(
          "Tidak dipakai untuk setahun selama nilai \(longer.period.indonesian) (baris \(longer.id.text)) "
            + "berlaku; batalkan baris itu bila triwulannya yang benar", .soon, inner: false))
    }
    return lines
  }

  /// A value as it is printed after it was recorded: `= 12/15 = 80,00%`.
  package static func shown(_ recorded: RecordedValue) -> String {
    let (text, indicator) = (recorded.text, recorded.original)
    guard let value = MeasuredValue(text), let figure = IndicatorFigure(indicator.kind, value)
    else { return text }
    switch figure.value {
    case .percent(let ratio)?:
      let over = ratio.numerator > ratio.denominator ? ", lebih dari 100%" : ""
      return "= \(IndicatorWords.full(figure))\(over)"
    case .index?:
      let grade = value.hundredths.flatMap { indicator.scale?.grade(of: $0) }
      return "= \(IndicatorWords.full(figure))\(grade.map { " (\($0.text))" } ?? "")"
    case .count?, nil: return "= \(IndicatorWords.full(figure))"
    }
  }
}
