internal import CMinizip
internal import Glibc
internal import Spreadsheets

/// An archive that is read entry by entry, into memory and never onto a disk.
final class ZipArchive {
  /// Where an entry lies.
  private struct Entry {
    var place: unz64_file_pos
    let isEncrypted: Bool
    let method: UInt
  }

  private let archive: unzFile
  private let size: Int
  private var entries: [String: Entry] = [:]
  /// The bytes that were unpacked so far, of all parts.
  private var unpacked = 0

  /// Opens an archive and looks at the names of its entries.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - size: Its bytes.
  /// - Throws: ``SheetRefusal`` for an archive that is damaged, or has names that lead out of it.
  init(path: String, size: Int) throws(SheetRefusal) {
    guard let archive = unzOpen64(path) else { throw SheetRefusal(.damaged) }
    self.archive = archive
    self.size = size
    // The destructor closes the archive from here on, whatever is thrown.
    var code = unzGoToFirstFile(archive)
    while code == UNZ_OK {
      guard entries.count < ReadingLimits.entries else {
        throw SheetRefusal(.tooLarge, detail: "lebih dari \(ReadingLimits.entries) bagian")
      }
      let (name, entry) = try ZipArchive.entry(of: archive)
      // Of two entries of one name nobody can say which a program shows.
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw SheetRefusal(.damaged, part: name, detail: "dua bagian bernama sama")
      }
      code = unzGoToNextFile(archive)
    }
    guard code == UNZ_END_OF_LIST_OF_FILE else { throw SheetRefusal(.damaged) }
  }

  deinit { unzClose(archive) }

  private static func entry(of archive: unzFile) throws(SheetRefusal) -> (String, Entry) {
    var info = unz_file_info64()
    var bytes = [CChar](repeating: 0, count: ReadingLimits.entryName + 1)
    var place = unz64_file_pos()
    guard
      unzGetCurrentFileInfo64(archive, &info, &bytes, uLong(bytes.count), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(archive, &place) == UNZ_OK, info.size_filename > 0
    else { throw SheetRefusal(.damaged) }
    let raw = bytes.prefix(Int(clamping: info.size_filename)).map { UInt8(bitPattern: $0) }
    let name = String(decoding: raw.prefix(ReadingLimits.entryName), as: UTF8.self)
    guard Int(clamping: info.size_filename) <= ReadingLimits.entryName, isInside(raw) else {
      throw SheetRefusal(.entryPath, part: name)
    }
    return (
      name,
      Entry(place: place, isEncrypted: info.flag & 1 != 0, method: UInt(info.compression_method))
    )
  }

  /// Whether the name of an entry stays in the archive.
  private static func isInside(_ name: [UInt8]) -> Bool {
    guard name.first != UInt8(ascii: "/"), !name.contains(0), !name.contains(UInt8(ascii: "\\"))
    else { return false }
    return name.split(separator: UInt8(ascii: "/")).allSatisfy { $0 != Array("..".utf8)[...] }
      && !(name.count > 1 && name[1] == UInt8(ascii: ":"))
  }

  /// Whether there is an entry.
  func has(_ name: String) -> Bool { entries[name] != nil }

  /// Whether any entry is locked with a password.
  var isEncrypted: Bool { entries.values.contains(where: \.isEncrypted) }

  /// Unpacks an entry piece by piece.
  ///
  /// - Parameters:
  ///   - name: The entry.
  ///   - take: Gets each piece; says whether it wants more.
  /// - Throws: ``SheetRefusal`` for a part that is missing, damaged, or too large, and what `take` throws.
  func read(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(SheetRefusal) -> Bool
  ) throws(SheetRefusal) {
    guard var entry = entries[name] else {
      throw SheetRefusal(.damaged, part: name, detail: "bagian ini tidak ada")
    }
    guard !entry.isEncrypted else { throw SheetRefusal(.encrypted, part: name) }
    // Stored or deflated (PKWARE's APPNOTE.TXT 4.4.5): the format allows no other.
    guard entry.method == 0 || entry.method == 8, unzGoToFilePos64(archive, &entry.place) == UNZ_OK,
      unzOpenCurrentFile(archive) == UNZ_OK
    else { throw SheetRefusal(.damaged, part: name) }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(archive) } }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes {
        unzReadCurrentFile(archive, $0.baseAddress, UInt32($0.count))
      }
      guard count >= 0 else { throw SheetRefusal(.damaged, part: name) }
      guard count > 0 else { break }
      try tally(Int(count), of: name)
      let goesOn = try buffer.withUnsafeBufferPointer { (bytes) throws(SheetRefusal) in
        try take(UnsafeBufferPointer(rebasing: bytes[..<Int(count)]))
      }
      if !goesOn { return }
    }
    isOpen = false
    // It has counted a checksum over all that was read.
    guard unzCloseCurrentFile(archive) == UNZ_OK else { throw SheetRefusal(.damaged, part: name) }
  }

  /// Counts bytes that were unpacked.
  private func tally(_ bytes: Int, of part: String) throws(SheetRefusal) {
    unpacked += bytes
    if unpacked > ReadingLimits.unsuspected, unpacked > size * ReadingLimits.growth {
      throw SheetRefusal(.bomb, part: part)
    }
    if unpacked > ReadingLimits.unpacked { throw SheetRefusal(.tooLarge, part: part) }
  }
}
