internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

extension TermText {
  /// The same for programs.
  var json: JSONValue {
    [
      "berlaku": .boolean(status.state == .inForce),
      "sejak": JSONValue(status.deciding?.date),
      "sampai": JSONValue(status.deciding == nil ? nil : status.term?.end),
      "yang_berlaku": JSONValue(status.inForce?.id.period),
      "masa_jabatan": status.term.map(json) ?? .null,
    ]
  }

  private func json(_ term: TermOfOffice) -> JSONValue {
    var isUndecided = false
    if case .undecided = term.length { isUndecided = true }
    let basis = term.basis
    return [
      "mulai": .string(term.start.description),
      "berakhir": .string(term.end.description),
      "tahun": .integer(term.years),
      "pelantikan": JSONValue(term.beginning?.row.text),
      "sebab": .string(reason(term)),
      "dasar_hukum": JSONValue(basis?.source.title),
      "keyakinan": JSONValue(basis?.confidence.rawValue),
      "mungkin_diperpanjang": .boolean(isUndecided),
    ]
  }
}
