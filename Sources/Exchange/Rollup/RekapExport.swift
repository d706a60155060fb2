public import Answers
public import CivilCalendar
internal import SystemPackage
public import Workspace

/// The recap of many kecamatan as a document that its schema has judged.
public struct RekapExport {
  private let schema: KepatuhanSchema

  /// Reads the schema.
  ///
  /// - Parameter data: The program's own data.
  /// - Throws: An ``XMLFailure``; a `WorkspaceFailure` where the schema is not there.
  public init(_ data: ProgramData) throws {
    let name = RekapWriter.schemaName
    schema = try KepatuhanSchema(xsdBytes: try data.read(data.exports.appending(name)), name: name)
  }

  /// The file of a recap, valid.
  ///
  /// - Parameters:
  ///   - rollup: The sums.
  ///   - made: When it is made.
  /// - Returns: The bytes.
  /// - Throws: ``KepatuhanExport/Refused/invalid(_:)``; an ``XMLFailure``.
  public func bytes(of rollup: Rollup, made: ClockReading) throws -> [UInt8] {
    let bytes = try RekapWriter.bytes(of: rollup, made: made)
    let faults = try schema.validate(bytes)
    guard faults.isEmpty else { throw KepatuhanExport.Refused.invalid(faults) }
    return bytes
  }
}
