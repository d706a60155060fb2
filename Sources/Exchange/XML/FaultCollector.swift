import CLibXML2
import DurableFiles
import Wording

/// Gathers what one parser or validator of libxml2 reports.
final class FaultCollector {
  /// The first faults in the order in which they were reported.
  private var first: [SchemaFault] = []
  /// How many came after them.
  private var surplus = 0
  /// Whether libxml2 ran out of memory, so that the faults say nothing about the document.
  private(set) var ranOutOfMemory = false

  /// The faults in the order in which they were reported; of many the first, and one that has the number of
  /// others.
  var faults: [SchemaFault] {
    guard surplus > 0 else { return first }
    return first + [SchemaFault(line: 0, column: nil, message: Messages.uncounted(surplus))]
  }

  /// Whether nothing was reported yet.
  var isEmpty: Bool { first.isEmpty }

  /// The longest message that is kept: it quotes what the document says.
  private static let longestMessage = 500

  /// Runs a body with a sink that reports here; the sink must not be kept after it.
  func collecting<Success>(
    _ body: (UnsafeMutablePointer<tenggat_xml_sink>) -> Success
  ) -> Success {
    var sink = tenggat_xml_sink(
      report: { context, code, line, column, message in
        guard let context, let message else { return }
        Unmanaged<FaultCollector>.fromOpaque(context).takeUnretainedValue().add(
          code: code, line: line, column: column, message: message)
      },
      context: Unmanaged.passUnretained(self).toOpaque())
    return withExtendedLifetime(self) { body(&sink) }
  }

  private func add(code: CInt, line: CInt, column: CInt, message: UnsafePointer<CChar>) {
    if code == CInt(truncatingIfNeeded: XML_ERR_NO_MEMORY.rawValue) { ranOutOfMemory = true }
    // Many are counted, and no text is made of them.
    guard first.count < Limits.findings else {
      surplus += 1
      return
    }
    let fault = SchemaFault(
      line: Int(line), column: column > 0 ? Int(column) : nil,
      message: XMLFaultText.sentence(code: Int(code), message: String(cString: message)))
    // Of a value libxml2 says first which bound it breaks, and then that its type does not take it.
    if let last = first.last, last.line == fault.line, last.message.hasPrefix(fault.message) {
      return
    }
    add(fault)
  }

  /// Adds a fault that libxml2 does not find.
  func add(_ fault: SchemaFault) {
    guard first.count < Limits.findings else {
      surplus += 1
      return
    }
    let isLong = fault.message.count > FaultCollector.longestMessage
    first.append(
      SchemaFault(
        line: fault.line, column: fault.column,
        message: isLong
          ? "\(fault.message.prefix(FaultCollector.longestMessage))…" : fault.message))
  }
}
