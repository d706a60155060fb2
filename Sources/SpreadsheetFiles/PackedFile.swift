internal import Spreadsheets
internal import SystemPackage

/// What kind of file somebody handed in, by its first bytes and what is packed in it.
enum PackedFile {
  /// Opens a file that is an archive with a workbook in it.
  ///
  /// - Throws: ``SheetRefusal`` that names what it is instead.
  static func open(_ file: FileDescriptor) throws(SheetRefusal) -> ZipArchive {
    let size: Int
    let head: [UInt8]
    do {
      size = Int(try file.seek(offset: 0, from: .end))
      head = try bytes(of: file, from: 0, count: min(size, 8))
    } catch {
      throw SheetRefusal(.damaged)
    }
    guard size <= ReadingLimits.file else { throw SheetRefusal(.tooLarge) }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw SheetRefusal(isLocked(file, size: size) ? .encrypted : .oldWorkbook)
    }
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw SheetRefusal(head.starts(with: [0x50, 0x4B]) ? .otherArchive : .notPacked)
    }
    let archive = try ZipArchive(path: "/proc/self/fd/\(file.rawValue)", size: size)
    if archive.isEncrypted { throw SheetRefusal(.encrypted) }
    if archive.has("mimetype"), archive.has("content.xml") { throw SheetRefusal(.openDocument) }
    if archive.has("xl/workbook.bin") { throw SheetRefusal(.binaryWorkbook) }
    return archive
  }

  /// Whether a compound file holds a workbook that is locked with a password: its directory then names a
  /// stream `EncryptedPackage` (MS-OFFCRYPTO 2.3.4.4), in UTF-16.
  private static func isLocked(_ file: FileDescriptor, size: Int) -> Bool {
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    guard let bytes = try? bytes(of: file, from: 0, count: size) else { return false }
    return bytes.firstRange(of: name) != nil
  }

  private static func bytes(
    of file: FileDescriptor, from offset: Int64, count: Int
  ) throws(Errno) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var got = 0
    do {
      try bytes.withUnsafeMutableBytes { buffer in
        while got < count {
          let more = try file.read(
            fromAbsoluteOffset: offset + Int64(got),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[got...]))
          guard more > 0 else { return }
          got += more
        }
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
    return Array(bytes.prefix(got))
  }
}
