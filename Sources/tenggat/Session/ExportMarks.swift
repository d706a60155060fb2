internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import SystemPackage
internal import Workspace

/// What our XML exports say of the ledgers that they were made from.
struct ExportMarks {
  private let schemaBytes: [UInt8]
  private static let schemaName = "kepatuhan-1.xsd"

  /// Reads the schema that ships with the program.
  init(_ data: ProgramData) throws {
    schemaBytes = try data.read(data.exports.appending(ExportMarks.schemaName))
  }

  /// Reads an export; `nil` where it is none of ours, or none that can be relied on.
  var reader: StatedMark.Reader {
    let marks = self
    return { bytes in try? marks.marks(in: bytes) }
  }

  /// Reads the file that a person names.
  ///
  /// - Throws: A ``CommandFailure`` with every fault of the file.
  func marks(inFile path: FilePath) throws -> [StatedMark] {
    guard let bytes = try FileSystem.live.read(path) else {
      throw CommandFailure(.noInput, "\(path) tidak ada", fix: "periksa nama berkasnya")
    }
    do {
      return try marks(in: bytes)
    } catch let document as FaultyDocument {
      let fix = "sebut XML kepatuhan buatan tenggat yang utuh"
      throw CommandFailure(
        .data,
        lines: document.faults.map { fault in
          Finding(
            at: SourcePlace(file: path.string, line: fault.line, column: fault.column ?? 0),
            fault.message, fix: fix
          ).message
        })
    } catch let failure as XMLFailure {
      throw CommandFailure(
        .data, "\(path) tidak dapat dibaca sebagai XML kepatuhan (\(failure))",
        fix: "sebut XML kepatuhan buatan tenggat yang utuh")
    }
  }

  private func marks(in bytes: [UInt8]) throws -> [StatedMark] {
    let schema = try KepatuhanSchema(xsdBytes: schemaBytes, name: ExportMarks.schemaName)
    return try KepatuhanReader.document(from: bytes, schema: schema).ledgers.map { print in
      guard let mark = StatedMark(file: print.file, rows: print.rows, chain: print.chain) else {
        throw FaultyDocument(faults: [
          SchemaFault(line: 0, column: nil, message: "sidik_buku menyebut '\(print.file)'")
        ])
      }
      return mark
    }
  }
}
