internal import SystemPackage

/// The parts of a form that were received so far.
struct FormParts: ~Copyable {
  /// The fields that are whole.
  private(set) var fields: FormFields
  private let folder: FilePath
  private var head: MultipartParser.Head?
  private var text: [UInt8] = []
  private var spool: UploadSpool?
  private var textBytes = 0
  private var fileBytes = 0

  /// Begins with none.
  init(_ known: FormFields.Known, _ folder: FilePath) {
    fields = FormFields(known)
    self.folder = folder
  }

  /// Takes what comes next.
  ///
  /// - Throws: ``ShownTrouble`` for more than is taken; a ``QueryFault`` for a field that is not understood;
  ///   an `Errno` where a file cannot be written.
  mutating func take(_ event: MultipartParser.Event) throws {
    switch event {
    case .begin(let head):
      self.head = head
      text = []
      if head.fileName != nil { try fields.requireFiles(head.field) }
    case .bytes(let bytes):
      if head?.fileName == nil { try takeText(bytes) } else { try takeFile(bytes) }
    case .end: try end()
    }
  }

  private mutating func takeText(_ bytes: ArraySlice<UInt8>) throws {
    textBytes += bytes.count
    guard textBytes <= FormBody.longestText else {
      throw ShownTrouble(trouble: .tooLarge(FormBody.longestText))
    }
    text += bytes
  }

  private mutating func takeFile(_ bytes: ArraySlice<UInt8>) throws {
    fileBytes += bytes.count
    guard fileBytes <= FormBody.longestFiles else {
      throw ShownTrouble(trouble: .tooLarge(FormBody.longestFiles))
    }
    var open = if let begun = spool.take() { begun } else { try UploadSpool(in: folder) }
    try open.write(bytes)
    spool = consume open
  }

  private mutating func end() throws {
    guard let head else { return }
    self.head = nil
    guard let name = head.fileName else {
      guard let value = String(validating: text, as: UTF8.self) else {
        throw QueryFault(what: "'\(head.field)' tidak dapat dibaca")
      }
      return try fields.add(value, to: head.field)
    }
    let begun = spool.take()
    // A field of files that was left empty is sent without a name and without a byte.
    guard !name.isEmpty else {
      guard begun == nil else { throw QueryFault(what: "berkas di '\(head.field)' tanpa nama") }
      return
    }
    let whole = if let begun { begun } else { try UploadSpool(in: folder) }
    try fields.add(whole.finish(named: name), to: head.field)
  }
}
