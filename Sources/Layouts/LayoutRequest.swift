public import ComplianceModel

/// A document to be brought into the layout of a profile, and what the result must be.
public struct LayoutRequest: Hashable, Sendable {
  /// The stylesheet's file.
  public var layout: [UInt8]
  /// The file of the receiver's schema; `nil` where there is none.
  public var schema: [UInt8]?
  /// What the result must be.
  public var form: ExportProfile.Form
  /// The bytes in which it must be written.
  public var encoding: ExportProfile.Encoding
  /// Our canonical document, which is valid.
  public var document: [UInt8]

  /// The bytes that a result may have.
  public static let largestResult = 4 << 20

  /// Seconds of the processor that a request may take.
  public static let longestRun = 1
  /// Bytes of memory that it may take beyond what the program has when it starts.
  public static let largestMemory = 40 << 20
  /// Bytes of an answer that it may write.
  public static let largestAnswer = 16 << 20

  /// Creates a request.
  public init(
    layout: [UInt8], schema: [UInt8]?, form: ExportProfile.Form, encoding: ExportProfile.Encoding,
    document: [UInt8]
  ) {
    self.layout = layout
    self.schema = schema
    self.form = form
    self.encoding = encoding
    self.document = document
  }

  private static let opening = "tenggat-gaya 2"
  private static let closing = "selesai"

  /// The request as bytes.
  public var bytes: [UInt8] {
    var records = [
      LayoutRecord([LayoutRequest.opening, form.rawValue, encoding.rawValue]),
      LayoutRecord(["layout"], layout),
    ]
    if let schema { records.append(LayoutRecord(["skema"], schema)) }
    records.append(LayoutRecord(["dokumen"], document))
    records.append(LayoutRecord([LayoutRequest.closing]))
    return LayoutRecord.bytes(of: records)
  }

  /// Reads a request.
  ///
  /// - Parameter bytes: What ``bytes`` gave; `nil` for anything else, and for bytes that are cut off.
  public init?(bytes: [UInt8]) {
    guard var records = LayoutRecord.records(in: bytes), records.count >= 4,
      records.removeLast().fields == [LayoutRequest.closing]
    else { return nil }
    let (head, layout) = (records.removeFirst().fields, records.removeFirst())
    guard head.count == 3, head[0] == LayoutRequest.opening,
      let form = ExportProfile.Form(rawValue: head[1]),
      let encoding = ExportProfile.Encoding(rawValue: head[2]), layout.fields == ["layout"]
    else { return nil }
    let schema = records.first?.fields == ["skema"] ? records.removeFirst().content : nil
    guard records.count == 1, records[0].fields == ["dokumen"] else { return nil }
    self.init(
      layout: layout.content, schema: schema, form: form, encoding: encoding,
      document: records[0].content)
  }
}
