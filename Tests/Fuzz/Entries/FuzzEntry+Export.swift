internal import Answers
internal import DurableFiles
internal import Exchange
internal import Synchronization
internal import SystemPackage
internal import Workspace

extension FuzzEntry {
  /// The readers of exports: the one that lets them pass by, and the one that keeps them.
  private struct ExportReaders {
    let passing: SubmittedExportReader
    let schema: KepatuhanSchema

    init() throws {
      let name = KepatuhanExport.schemaName
      let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent().removingLastComponent()
      guard let xsd = try FileSystem.live.read(root.appending("Exports").appending(name)) else {
        throw Broken(description: "no \(name)")
      }
      passing = try SubmittedExportReader(xsdBytes: xsd, name: name)
      schema = try KepatuhanSchema(xsdBytes: xsd, name: name)
    }

    /// What an export says that passes by, in pieces of a size.
    func read(_ bytes: [UInt8], piece: Int) throws -> Result<SubmittedExport, FaultyDocument> {
      var rest = bytes[...]
      do {
        return .success(
          try passing.export(named: "uji.xml") { buffer in
            let next = rest.prefix(min(piece, buffer.count))
            buffer.copyBytes(from: next)
            rest = rest.dropFirst(next.count)
            return next.count
          })
      } catch let fault as FaultyDocument {
        return .failure(fault)
      }
    }
  }

  /// Made once: reading the schema takes longer than most inputs.
  private static let readers = Mutex<Result<ExportReaders, any Error>>(
    Result { try ExportReaders() })

  /// The reader of XML exports that are added up, beside the one that builds a tree and lets libxml2 look at the
  /// keys.
  ///
  /// - Parameter bytes: Anything.
  /// - Throws: ``Broken`` where the readers contradict each other or themselves.
  public static func export(_ bytes: [UInt8]) throws {
    try readers.withLock { try compare(bytes, $0.get()) }
  }

  private static func compare(_ bytes: [UInt8], _ readers: ExportReaders) throws {
    let first = try readers.read(bytes, piece: .max)
    try hold(try readers.read(bytes, piece: 7) == first, "pieces change what is read")
    let faults = try readers.schema.validate(bytes)
    switch first {
    case .success(let export):
      try hold(faults.isEmpty, "what passes by is valid, and the tree is not: \(faults)")
      if let document = try? KepatuhanReader.document(from: bytes, schema: readers.schema) {
        try hold(document.statement.summary == export.tally, "other sums")
        try hold(document.ledgers == export.ledgers.map(\.ledger), "other ledgers")
      }
    case .failure(let fault):
      try hold(!fault.faults.isEmpty, "refused without a fault")
      try hold(fault.faults.allSatisfy { !$0.message.isEmpty }, "a fault without words")
      guard faults.isEmpty, !names(encoding: bytes) else { return }
      let document = try? KepatuhanReader.document(from: bytes, schema: readers.schema)
      try hold(document == nil, "the tree is read, and what passes by is not: \(fault)")
    }
  }

  /// Whether a document says in which encoding it is: what passes by is taken in UTF-8 alone.
  private static func names(encoding bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(200), as: UTF8.self).contains("encoding")
  }
}
