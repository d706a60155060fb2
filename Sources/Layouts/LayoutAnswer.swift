/// What came of a document that was to be brought into a layout.
public enum LayoutAnswer: Hashable, Sendable {
  /// The receiver's file: of the form, in the encoding, and valid where there is a schema.
  case file([UInt8])
  /// What keeps this document from giving one; at least one fault.
  case faults([LayoutFault])
  /// The layout or the schema cannot be used with any document; at least one fault.
  case unusable([LayoutFault])

  private static let opening = "tenggat-gaya-hasil 3"
  private static let closing = "selesai"

  /// The answer as bytes.
  public var bytes: [UInt8] {
    var records = [LayoutRecord([LayoutAnswer.opening])]
    switch self {
    case .file(let bytes): records.append(LayoutRecord(["berkas"], bytes))
    case .faults(let faults):
      records.append(LayoutRecord(["gagal"]))
      records += faults.map(LayoutRecord.init(fault:))
    case .unusable(let faults): records += faults.map(LayoutRecord.init(fault:))
    }
    records.append(LayoutRecord([LayoutAnswer.closing]))
    return LayoutRecord.bytes(of: records)
  }

  /// Reads an answer.
  ///
  /// - Parameter bytes: What ``bytes`` gave; `nil` for anything else, and for bytes that are cut off.
  public init?(bytes: [UInt8]) {
    guard var records = LayoutRecord.records(in: bytes), records.count >= 3,
      records.removeLast().fields == [LayoutAnswer.closing],
      records.removeFirst().fields == [LayoutAnswer.opening]
    else { return nil }
    if records.count == 1, records[0].fields == ["berkas"] {
      self = .file(records[0].content)
      return
    }
    let isOfDocument = records[0].fields == ["gagal"]
    let told = records.dropFirst(isOfDocument ? 1 : 0)
    let faults = told.compactMap(\.fault)
    guard !faults.isEmpty, faults.count == told.count else { return nil }
    self = isOfDocument ? .faults(faults) : .unusable(faults)
  }
}

extension LayoutRecord {
  /// The record of a fault.
  fileprivate init(fault: LayoutFault) {
    self.init(
      [
        "galat", fault.part.rawValue, fault.kind.rawValue, "\(fault.line)", "\(fault.column)",
        "\(fault.code)",
      ],
      Array(fault.detail.utf8))
  }

  /// The fault that it is the record of; `nil` for another kind of record.
  fileprivate var fault: LayoutFault? {
    guard fields.count == 6, fields[0] == "galat", let part = LayoutFault.Part(rawValue: fields[1]),
      let kind = LayoutFault.Kind(rawValue: fields[2]), let line = Int(fields[3]), line >= 0,
      let column = Int(fields[4]), column >= 0, let code = Int(fields[5]), code >= 0,
      let detail = String(validating: content, as: UTF8.self)
    else { return nil }
    return LayoutFault(kind, in: part, line: line, column: column, code: code, detail: detail)
  }
}
