internal import CXSLT
internal import Layouts

/// What libxml2 and libxslt say, gathered for whoever called them last.
final class FaultLog {
  /// A fault, before it is known what it is about.
  private struct Entry {
    let line: Int
    let column: Int
    /// The number that libxml2 gives to it; 0 for what libxslt says, which has none.
    let code: Int
    let text: String
    /// Whether libxslt said it without naming a place, as it says what a stylesheet has to say.
    let isBare: Bool
  }

  private var entries: [Entry] = []
  /// The line that libxslt named last, for what it says next.
  private var line: Int?
  private let sink: UnsafeMutablePointer<tenggat_xslt_sink>

  /// Faults that are kept of one step.
  private static let most = 50
  /// Characters that are kept of one message, which quotes what a file says.
  private static let longest = 500

  init() {
    sink = .allocate(capacity: 1)
    sink.initialize(to: tenggat_xslt_sink())
  }

  deinit { sink.deallocate() }

  /// Prepares both libraries: what they say comes here, for as long as the process lives.
  ///
  /// - Returns: Whether they could be prepared.
  func listen() -> Bool {
    sink.pointee.report = { context, code, line, column, message in
      guard let context, let message else { return }
      Unmanaged<FaultLog>.fromOpaque(context).takeUnretainedValue()
        .add(Int(line), Int(column), Int(code), String(cString: message), isBare: false)
    }
    sink.pointee.say = { context, text in
      guard let context, let text else { return }
      Unmanaged<FaultLog>.fromOpaque(context).takeUnretainedValue().hear(String(cString: text))
    }
    sink.pointee.context = Unmanaged.passRetained(self).toOpaque()
    return tenggat_xslt_prepare(sink) != nil
  }

  /// Whether nothing was said since the last ``take(_:)``.
  var isEmpty: Bool { entries.isEmpty }

  /// What was said since the last time.
  ///
  /// - Parameter part: What it is about.
  /// - Returns: The faults, each once; what was said without a place has that of what was said next.
  func take(_ part: LayoutFault.Part) -> [LayoutFault] {
    defer {
      entries = []
      line = nil
    }
    var faults: [LayoutFault] = []
    var known: Set<LayoutFault> = []
    for (index, entry) in entries.enumerated() {
      let place = entry.line > 0 ? entry : entries[index...].first { $0.line > 0 }
      let fault = LayoutFault(
        FaultLog.kind(of: entry.text, isBare: entry.isBare), in: part, line: place?.line ?? 0,
        column: place?.column ?? 0, code: entry.code, detail: entry.text)
      // Behind it come the names of the templates, one for each call.
      if fault.kind == .endless { return [fault] }
      if fault.kind == .tooHeavy { return [LayoutFault(.tooHeavy, in: .layout)] }
      let isNew = known.insert(fault.withoutDetail ?? fault).inserted
      if isNew { faults.append(fault) }
    }
    return faults
  }

  private func add(_ line: Int, _ column: Int, _ code: Int, _ text: String, isBare: Bool) {
    let text = String(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    guard entries.count < FaultLog.most, !text.isEmpty else { return }
    entries.append(
      Entry(
        line: max(line, 0), column: max(column, 0), code: max(code, 0),
        text: String(text.prefix(FaultLog.longest)), isBare: isBare))
  }

  /// Hears a piece of what libxslt says: a line that names the place comes before what is wrong there.
  private func hear(_ text: String) {
    if ["runtime error", "compilation error"].contains(where: text.hasPrefix) {
      line = FaultLog.line(in: text) ?? 0
    } else {
      add(line ?? 0, 0, 0, text, isBare: line == nil)
      line = nil
    }
  }

  /// The line in `runtime error: file (null) line 3 element value-of`.
  private static func line(in text: String) -> Int? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let index = words.lastIndex(of: "line"), index + 1 < words.count else { return nil }
    return Int(words[index + 1])
  }

  /// What it is, by the words of the libraries, which have no codes for it.
  private static func kind(of text: String, isBare: Bool) -> LayoutFault.Kind {
    // What a stylesheet says itself comes as it wrote it, without a place.
    if isBare, !["xmlXPath", "xslt"].contains(where: text.hasPrefix) { return .message }
    // Source: libxslt 1.1, transform.c and security.c.
    if text.contains("infinite template recursion") { return .endless }
    if text.contains("rights for ") || text.contains(" refused") { return .forbidden }
    if ["allocation failed", "malloc failed", "out of memory"].contains(where: text.contains) {
      return .tooHeavy
    }
    return .library
  }
}

extension LayoutFault {
  /// The fault without what the library says of it, where its kind says it all; `nil` where it does not.
  fileprivate var withoutDetail: LayoutFault? {
    kind == .forbidden ? LayoutFault(kind, in: part, line: line) : nil
  }
}
