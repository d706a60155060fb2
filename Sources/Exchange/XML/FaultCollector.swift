import CLibXML2

/// Gathers what one parser or validator of libxml2 reports.
final class FaultCollector {
  /// The faults in the order in which they were reported.
  private(set) var faults: [SchemaFault] = []
  /// Whether libxml2 ran out of memory, so that the faults say nothing about the document.
  private(set) var ranOutOfMemory = false

  /// Runs a body with a sink that reports here; the sink must not be kept after it.
  func collecting<Success>(
    _ body: (UnsafeMutablePointer<tenggat_xml_sink>) -> Success
  ) -> Success {
    var sink = tenggat_xml_sink(
      report: { context, code, line, column, message in
        guard let context, let message else { return }
        Unmanaged<FaultCollector>.fromOpaque(context).takeUnretainedValue().add(
          code: code, line: line, column: column, message: String(cString: message))
      },
      context: Unmanaged.passUnretained(self).toOpaque())
    return withExtendedLifetime(self) { body(&sink) }
  }

  private func add(code: CInt, line: CInt, column: CInt, message: String) {
    if code == CInt(truncatingIfNeeded: XML_ERR_NO_MEMORY.rawValue) { ranOutOfMemory = true }
    let end = message.lastIndex { !$0.isWhitespace }.map(message.index(after:))
    faults.append(
      SchemaFault(
        line: Int(line), column: column > 0 ? Int(column) : nil,
        message: String(message[..<(end ?? message.startIndex)])))
  }
}
