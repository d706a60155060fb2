/// What came of documents that were to be brought into a layout.
public enum LayoutAnswer: Hashable, Sendable {
  /// What came of one document.
  public enum Result: Hashable, Sendable {
    /// The receiver's file: of the form, in the encoding, and valid where there is a schema.
    case file([UInt8])
    /// What keeps it from being one; at least one.
    case faults([LayoutFault])
  }

  /// The layout or the schema cannot be used with any document; at least one fault.
  case unusable([LayoutFault])
  /// Each document's result, in the order of the request.
  case results([Result])

  private static let opening = "tenggat-gaya-hasil 1"
  private static let closing = "selesai"

  /// The answer as bytes.
  public var bytes: [UInt8] {
    var records = [LayoutRecord([LayoutAnswer.opening])]
    switch self {
    case .unusable(let faults): records += faults.map(LayoutRecord.init(fault:))
    case .results(let results):
      for result in results {
        switch result {
        case .file(let bytes): records.append(LayoutRecord(["berkas"], bytes))
        case .faults(let faults):
          records.append(LayoutRecord(["gagal"]))
          records += faults.map(LayoutRecord.init(fault:))
        }
      }
    }
    records.append(LayoutRecord([LayoutAnswer.closing]))
    return LayoutRecord.bytes(of: records)
  }

  /// Reads an answer.
  ///
  /// - Parameter bytes: What ``bytes`` gave; `nil` for anything else, and for bytes that are cut off.
  public init?(bytes: [UInt8]) {
    guard var records = LayoutRecord.records(in: bytes), records.count >= 2,
      records.removeLast().fields == [LayoutAnswer.closing],
      records.removeFirst().fields == [LayoutAnswer.opening]
    else { return nil }
    var unusable: [LayoutFault] = []
    var results: [Result] = []
    for record in records {
      switch (record.fields.first, results.last) {
      case ("berkas", _): results.append(.file(record.content))
      case ("gagal", _): results.append(.faults([]))
      default:
        guard let fault = record.fault else { return nil }
        switch results.last {
        case nil: unusable.append(fault)
        case .faults(let others): results[results.count - 1] = .faults(others + [fault])
        case .file: return nil
        }
      }
    }
    guard !results.contains(.faults([])), unusable.isEmpty || results.isEmpty else { return nil }
    self = unusable.isEmpty ? .results(results) : .unusable(unusable)
  }
}

extension LayoutRecord {
  /// The record of a fault.
  fileprivate init(fault: LayoutFault) {
    self.init(
      ["galat", fault.part.rawValue, fault.kind.rawValue, "\(fault.line)", "\(fault.column)"],
      Array(fault.detail.utf8))
  }

  /// The fault that it is the record of; `nil` for another kind of record.
  fileprivate var fault: LayoutFault? {
    guard fields.count == 5, fields[0] == "galat", let part = LayoutFault.Part(rawValue: fields[1]),
      let kind = LayoutFault.Kind(rawValue: fields[2]), let line = Int(fields[3]), line >= 0,
      let column = Int(fields[4]), column >= 0,
      let detail = String(validating: content, as: UTF8.self)
    else { return nil }
    return LayoutFault(kind, in: part, line: line, column: column, detail: detail)
  }
}
