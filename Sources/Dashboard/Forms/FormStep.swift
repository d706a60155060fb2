/// How far a form has come that is shown as it will be written before it is.
///
/// Nothing is kept meanwhile: the form that confirms it says all of it again, with what was seen, so that a
/// server that was started again takes it too, and sending it twice writes once.
enum FormStep: String {
  /// It is shown.
  case check = "periksa"
  /// It is written.
  case save = "simpan"

  /// The field that says how far it has come.
  static let field = "tahap"

  /// How far a form has come; shown first where it does not say.
  static func of(_ fields: FormFields) throws(QueryFault) -> FormStep {
    try fields.value(field, as: "'periksa' atau 'simpan'") { FormStep(rawValue: $0) } ?? .check
  }
}
