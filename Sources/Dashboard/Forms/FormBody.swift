internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import PlainText
internal import SystemPackage

/// The body of a request, read as a form.
struct FormBody {
  /// The bytes of all texts of a form.
  static let longestText = 1 << 20
  /// The bytes of all files of a form: a scanned report has some 5,000,000.
  static let longestFiles = 128 << 20

  private let known: FormFields.Known
  private let folder: FilePath

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - known: The fields of the form.
  ///   - folder: Where files are put.
  init(_ known: FormFields.Known, puttingFilesInto folder: FilePath) {
    self.known = known
    self.folder = folder
  }

  /// Reads a form.
  ///
  /// - Parameter request: The request.
  /// - Returns: What was sent. Its files are the caller's to remove.
  /// - Throws: ``ShownTrouble`` for a body that is too large or no form; a ``QueryFault`` for a field that
  ///   is not understood. No file is left then.
  func read(_ request: Request) async throws -> FormFields {
    let longest = FormBody.longestText + (known.files.isEmpty ? 0 : FormBody.longestFiles)
    if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > longest {
      throw ShownTrouble(trouble: .tooLarge(longest))
    }
    let type = request.headers[.contentType] ?? ""
    let parts = type.split(separator: ";", maxSplits: 1).map { $0.trimmingBlanks }
    switch parts.first?.lowercased() {
    case "application/x-www-form-urlencoded": return try await readPairs(request.body)
    case "multipart/form-data":
      guard parts.count > 1, parts[1].lowercased().hasPrefix("boundary=") else {
        throw ShownTrouble(trouble: .noForm)
      }
      var boundary = parts[1].dropFirst("boundary=".count)
      if boundary.count > 2, boundary.first == "\"", boundary.last == "\"" {
        boundary = boundary.dropFirst().dropLast()
      }
      return try await readParts(request.body, boundary: String(boundary))
    default: throw ShownTrouble(trouble: .noForm)
    }
  }

  private func readPairs(_ body: RequestBody) async throws -> FormFields {
    var bytes: [UInt8] = []
    for try await piece in body {
      bytes += piece.readableBytesView
      guard bytes.count <= FormBody.longestText else {
        throw ShownTrouble(trouble: .tooLarge(FormBody.longestText))
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ShownTrouble(trouble: .noForm)
    }
    var fields = FormFields(known)
    for (field, value) in try PageQuery.pairs(text) { try fields.add(value, to: field) }
    return fields
  }

  private func readParts(_ body: RequestBody, boundary: String) async throws -> FormFields {
    var parts = FormParts(known, folder)
    do {
      var parser = try MultipartParser(boundary: boundary)
      for try await piece in body {
        parser.append(piece.readableBytesView)
        while let event = try parser.next() { try parts.take(event) }
      }
      try parser.finish()
      return parts.fields
    } catch {
      for file in parts.fields.allFiles { UploadSpool.remove(file.path) }
      throw error is MultipartParser.Fault ? ShownTrouble(trouble: .noForm) : error
    }
  }
}
