internal import PlainText
internal import SystemPackage

/// A file that was sent with a form, in a file of its own that only this program's user can read.
struct UploadedFile: Sendable {
  /// Its name, as the sender's computer has it: without folders, and printable.
  let name: String
  /// Where it lies, until the form is answered.
  let path: FilePath
  /// Its bytes.
  let size: Int

  /// Names what was sent.
  ///
  /// - Parameters:
  ///   - sentName: The name that was sent.
  ///   - path: Where it lies.
  ///   - size: Its bytes.
  init(named sentName: String, at path: FilePath, size: Int) {
    // Some browsers send the whole path.
    let name = sentName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    self.name = name.printable
    self.path = path
    self.size = size
  }
}
