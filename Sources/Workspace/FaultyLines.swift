public import ComplianceModel
public import DurableFiles
internal import LedgerStore
public import PlainText
public import SystemPackage

/// The lines of files that people write, as they are shown below what is wrong with them.
///
/// Of users, secret addresses, channels, contacts and the outbox no line is ever shown, nor of a ledger, which nobody
/// is to mend by hand.
public struct FaultyLines: Sendable {
  /// A text with the places where its lines begin.
  private struct Text: Sendable {
    let bytes: [UInt8]
    let starts: [Int]
  }

  /// The workspace, then the program's own data: relative names are looked up in that order, then as a user typed them.
  private let folders: [FilePath]
  private let files: FileSystem
  /// The texts that were read; `nil` for a file of which no line is shown.
  private var texts: [String: Text?] = [:]

  /// The largest file of which lines are shown.
  private static let largest = 32 << 20

  /// Looks files up.
  ///
  /// - Parameters:
  ///   - workspace: The workspace, where there is one.
  ///   - data: The folder of the program's own data, where it is known.
  ///   - files: The file system.
  public init(workspace: FilePath?, data: FilePath?, files: FileSystem = .live) {
    folders = [workspace, data].compactMap(\.self)
    self.files = files
  }

  /// The line at a place, with a caret below it.
  ///
  /// - Parameters:
  ///   - place: The place, its file as it is named to the user.
  ///   - width: The columns of the line that are shown at most.
  /// - Returns: `nil` for a place in no text, or of which no line is to be shown.
  public mutating func excerpt(
    at place: SourcePlace, width: Int = SourceExcerpt.usualWidth
  ) -> SourceExcerpt? {
    guard place.line > 0, place.cell == nil, FaultyLines.isShown(place.file) else { return nil }
    let text: Text?
    if let known = texts[place.file] {
      text = known
    } else {
      text = read(place.file)
      texts[place.file] = .some(text)
    }
    guard let text, place.line <= text.starts.count else { return nil }
    if FilePath(place.file).lastComponent?.string == Workspace.officeFile,
      FaultyLines.isPrivate(place.line, of: text)
    {
      return nil
    }
    return SourceExcerpt(
      of: text.bytes[text.starts[place.line - 1]...], line: 1, column: place.column,
      numbered: place.line, width: width)
  }

  private func read(_ name: String) -> Text? {
    let path = FilePath(name)
    let places = path.isAbsolute ? [path] : folders.map { $0.pushing(path) } + [path]
    for place in places {
      // Of what cannot be read no line is shown; why is told already.
      guard let bytes = (try? files.read(place, atMost: FaultyLines.largest)) ?? nil else {
        continue
      }
      var starts = bytes.isEmpty ? [] : [0]
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        if index + 1 < bytes.count { starts.append(index + 1) }
      }
      return Text(bytes: bytes, starts: starts)
    }
    return nil
  }

  /// Whether lines of a file are shown at all.
  private static func isShown(_ name: String) -> Bool {
    let path = FilePath(name)
    guard let last = path.lastComponent?.string.lowercased() else { return false }
    let hidden = [Users.file, Subscriptions.file, Workspace.seenFile]
    // Ledgers, what is on its way to somebody, and secrets.
    let hiddenFolders = [
      LedgerStore.bookFolder, Workspace.reminderFolder, LedgerStore.evidenceFolder,
      Workspace.secretFolder,
    ]
    guard !hidden.contains(last),
      !path.components.contains(where: { hiddenFolders.contains($0.string.lowercased()) })
    else { return false }
    return [".yaml", ".yml", ".csv", ".txt"].contains { last.hasSuffix($0) }
  }

  /// The parts of `kantor.yaml` in which there are neither secrets nor ways to reach somebody.
  private static let openSections: Set = [
    "zona", "kalender", "iku", "minggu_kerja", "pejabat", "dipantau_sejak", "dihitung",
    "terima_wajib", "petugas", "kotak_masuk", "sebutan", "kop", "impor", "rencana_kerja",
  ]

  /// Words of lines that may tell a secret, in whatever part they stand by mistake.
  private static let privateWords = [
    "kontak", "nip", "token", "sandi", "kunci", "rahasia", "kepala", "authorization", "bearer",
    "url", "://", "telepon", "surel", "saluran",
  ]

  /// Whether a line of `kantor.yaml` may tell what is nobody else's business.
  private static func isPrivate(_ line: Int, of text: Text) -> Bool {
    func words(_ line: Int) -> String {
      let end = line < text.starts.count ? text.starts[line] : text.bytes.count
      return String(decoding: text.bytes[text.starts[line - 1]..<end], as: UTF8.self)
    }
    let shown = words(line).lowercased()
    guard !privateWords.contains(where: shown.contains) else { return true }
    // The part that it stands in is named by the nearest line above that is not indented.
    for above in stride(from: line, through: 1, by: -1) {
      let text = words(above)
      guard let first = text.first, !first.isWhitespace, first != "#", first != "-" else {
        continue
      }
      return !openSections.contains(String(text.prefix { $0 != ":" }))
    }
    return true
  }
}
