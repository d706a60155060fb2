internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Wording

/// What `iku ukur` and `iku ikm` recorded.
struct MeasurementReceipt {
  let recorded: RecordedValues

  func print(to session: inout Session) {
    for value in recorded.values { print(value, to: &session.console) }
    if let path = recorded.evidencePath { session.console.line("Bukti: \(path)") }
  }

  private func print(_ value: RecordedValue, to console: inout Console) {
    let (named, original) = (value.named, value.original)
    console.line(
      "Tercatat (baris \(value.row.text)): \(original.label) \(value.period.indonesian) "
        + shown(value.text, original))
    if let value = MeasuredValue(value.text), original.lacksDenominator(value) {
      console.line(
        "Rumus \(original.label) mempunyai penyebut: tanpa penyebut persentasenya tidak ada; "
          + "catat ulang sebagai pembilang/penyebut", .soon)
    }
    if named.code != original.code {
      console.line("\(named.label) memakai nilai \(original.label) dan ikut berubah", .faint)
    }
    if let earlier = value.displaced.earlier {
      let old = IndicatorWords.written(earlier.text)
      console.line("Menggantikan \(old) (baris \(earlier.id.text)); baris lama tetap ada", .faint)
    } else if !value.displaced.shorter.isEmpty {
      let rows = value.displaced.shorter.map {
        "\($0.period.indonesian) \(IndicatorWords.written($0.text)) (baris \($0.id.text))"
      }
      console.line(
        "Untuk \(value.period.indonesian) menggantikan \(rows.joined(separator: ", ")); batalkan baris "
          + "\(value.row.text) bila nilai yang lebih pendek yang benar", .soon)
    }
    if let longer = value.displaced.longer {
      console.line(
        "Tidak dipakai untuk setahun selama nilai \(longer.period.indonesian) (baris \(longer.id.text)) "
          + "berlaku; batalkan baris itu bila triwulannya yang benar", .soon)
    }
  }

  /// A value as it is printed after it was recorded: `12/15 = 80,00%`.
  private func shown(_ text: String, _ indicator: Indicator) -> String {
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
