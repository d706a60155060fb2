/// Why a document could not be written, or could not be judged.
///
/// A document that was judged and found wrong is not a failure: that is a ``SchemaFault``.
public enum XMLFailure: Error, Hashable, Sendable {
  /// A value holds a character that XML 1.0 has no way to write (section 2.2, production Char).
  ///
  /// `scalar` is its Unicode number, `value` the whole value, and `place` the path of the element or
  /// attribute that was to hold it: `kepatuhan/dokumen_desa/desa[63.05.12.2001]/@nama`.
  case unwritableCharacter(scalar: UInt32, value: String, place: String)
  /// A call of libxml2 failed, as it does when memory runs out; `name` is the function's.
  case callFailed(name: String)
  /// A file is larger than libxml2 reads from memory: 2 147 483 647 bytes.
  case tooLarge(byteCount: Int)
  /// A schema is not one that can be validated against.
  case brokenSchema(name: String, faults: [SchemaFault])
  /// The validation stopped on an error of its own, so that nothing is known of the document.
  case notValidated(schema: String, faults: [SchemaFault])
}
