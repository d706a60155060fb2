internal import Answers
public import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import SystemPackage
public import Workspace

/// Reads what our XML exports state of the ledgers that they were made from.
///
/// The schema is compiled for the first document, and judges all of them.
public final class ExportMarks {
  private let schemaBytes: [UInt8]
  private var schema: KepatuhanSchema?

  /// Reads the schema that ships with the program.
  ///
  /// - Throws: `WorkspaceFailure` where it is missing or cannot be read.
  public init(_ data: ProgramData) throws(WorkspaceFailure) {
    schemaBytes = try data.read(data.exports.appending(KepatuhanExport.schemaName))
  }

  /// Reads the marks of a document.
  ///
  /// - Parameter bytes: The document's file.
  /// - Returns: A mark for each ledger that it was made from.
  /// - Throws: `FaultyDocument` where it is none of ours or cannot be relied on; `XMLFailure` where it
  ///   could not be judged.
  public func marks(in bytes: [UInt8]) throws -> [LedgerMark] {
    try document(in: bytes).ledgers
  }

  /// Reads of which duty year or quarter a document is.
  ///
  /// - Throws: As ``marks(in:)``.
  func duty(of bytes: [UInt8]) throws -> DutyStatement.Duty {
    try document(in: bytes).statement.duty
  }

  private func document(in bytes: [UInt8]) throws -> KepatuhanDocument {
    let schema =
      try schema ?? KepatuhanSchema(xsdBytes: schemaBytes, name: KepatuhanExport.schemaName)
    self.schema = schema
    return try KepatuhanReader.document(from: bytes, schema: schema)
  }
}
