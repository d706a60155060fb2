public import ComplianceModel
public import DurableFiles
import SystemPackage

/// Something that lies under `buku/`, and what it is taken for.
public struct BookEntry: Hashable, Sendable {
  /// What a file or folder is taken for, by its place and its name.
  public enum Kind: Hashable, Sendable {
    /// The ledger of a kecamatan and year.
    case ledger(RegionCode, year: Int)
    /// What has the name of a ledger and is no regular file.
    case irregular
    /// A torn last line that a writer put aside: `2026.csv.sisa-1`.
    case fragment
    /// A damaged ledger that was set aside whole: `2026.csv.rusak-1`.
    case damagedCopy
    /// A file that was being written and has no final name.
    case temporary
    /// Nothing that this program puts there.
    case foreign
  }

  /// The path in the workspace, `buku/63.05.12/2026.csv`.
  public let path: String
  /// What it is taken for.
  public let kind: Kind

  /// How the names of set-aside ledgers go on after the name of the ledger.
  static let damagedSuffix = ".csv.rusak-"
  static let fragmentSuffix = ".csv" + AppendedTable.fragmentSuffix
}

extension LedgerStore {
  /// Everything under `buku/`, in the order of the names; the folders of kecamatan are entered,
  /// others are told of.
  ///
  /// - Throws: `FileFailure` where a folder cannot be read.
  public func bookEntries() throws(FileFailure) -> [BookEntry] {
    var entries: [BookEntry] = []
    for name in try files.names(in: books) {
      let isFolder = try isFolder(name)
      guard isFolder, let code = RegionCode(name.string), code.level == .kecamatan else {
        let isTemporary = name.string.hasPrefix(FileSystem.temporaryPrefix)
        entries.append(
          BookEntry(
            path: "\(LedgerStore.bookFolder)/\(name.string)",
            kind: isTemporary ? .temporary : .foreign))
        continue
      }
      for name in try files.names(in: bookFolder(code)) {
        let state = try files.state(of: bookFolder(code).appending(name.component))
        var kind = LedgerStore.kind(of: name.string, in: code)
        if state?.isRegular != true {
          if case .ledger = kind { kind = .irregular } else { kind = .foreign }
        }
        entries.append(
          BookEntry(path: "\(LedgerStore.bookFolder)/\(code)/\(name.string)", kind: kind))
      }
    }
    return entries
  }

  /// The kecamatan that have a folder under `buku/`, in the order of their codes.
  ///
  /// - Throws: `FileFailure` where the folder cannot be read.
  public func kecamatan() throws(FileFailure) -> [RegionCode] {
    var codes: [RegionCode] = []
    for name in try files.names(in: books) {
      guard let code = RegionCode(name.string), code.level == .kecamatan, try isFolder(name) else {
        continue
      }
      codes.append(code)
    }
    return codes
  }

  /// Whether a name in `buku/` is one of a folder.
  ///
  /// A link is, as it is for who writes there: where it leads to none, listing it says so.
  private func isFolder(_ name: FileName) throws(FileFailure) -> Bool {
    let kind = try files.state(of: books.appending(name.component))?.kind
    return kind == .folder || kind == .symbolicLink
  }

  private static func kind(of name: String, in kecamatan: RegionCode) -> BookEntry.Kind {
    if name.hasPrefix(FileSystem.temporaryPrefix) { return .temporary }
    guard let year = year(name.prefix(4)) else { return .foreign }
    let rest = name.dropFirst(4)
    if rest == ".csv" { return .ledger(kecamatan, year: year) }
    if rest.hasPrefix(BookEntry.fragmentSuffix) { return .fragment }
    if rest.hasPrefix(BookEntry.damagedSuffix) { return .damagedCopy }
    return .foreign
  }
}
