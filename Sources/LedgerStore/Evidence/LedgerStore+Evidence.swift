public import ComplianceModel
public import DurableFiles
import Hashing
public import SystemPackage

/// A file that proves a row, as it was taken in.
public struct StoredEvidence: Hashable, Sendable {
  /// The path in the workspace, for `berkas`.
  public let path: String
  /// The SHA-256 of its bytes in lower-case hexadecimal, for `sha256`.
  public let sha256: String
  /// The name that it had, fit for a note: one line without brackets, at most 120 bytes of UTF-8.
  public let originalName: String
}

/// A file that may become evidence, as it was read through once.
public struct ExaminedEvidence: Hashable, Sendable {
  /// The SHA-256 of its bytes in lower-case hexadecimal.
  public let sha256: String
  /// The file as it was before the first byte and after the last one.
  public let state: FileState
  /// Why it proves nothing; `nil` where nothing speaks against it.
  public let fault: EvidenceFault?
}

extension LedgerStore {
  /// Copies a file into the evidence of a kecamatan, durably, under the SHA-256 of its bytes.
  ///
  /// Nothing of the source's name but a plain extension enters the store, so that no name can lead
  /// out of it; the same file twice is stored once.
  ///
  /// - Parameters:
  ///   - path: A regular file, which is opened once.
  ///   - kecamatan: Whose evidence it is.
  ///   - year: The civil year of recording.
  ///   - expected: The SHA-256 that its bytes must have; any where it is `nil`.
  /// - Returns: Where the copy is, and what the row says of it.
  /// - Throws: `FileFailure`: the source is missing, cannot be read, is no regular file or has not the
  ///   bytes that are expected, or the copy could not be made. ``UnfitEvidence``: it proves nothing.
  public func storeEvidence(
    _ path: FilePath, for kecamatan: RegionCode, year: Int, expecting expected: String? = nil
  ) throws -> StoredEvidence {
    try storeEvidence(
      try files.file(path), for: kecamatan, year: year, expecting: expected)
  }

  /// Copies a file that is held open into the evidence of a kecamatan, as
  /// `storeEvidence` does one that is named.
  ///
  /// The copy is no more open than its source, nor than the ledger that it proves rows of.
  public func storeEvidence(
    _ file: OpenedFile, for kecamatan: RegionCode, year: Int, expecting expected: String? = nil
  ) throws -> StoredEvidence {
    let source = file.path
    let place = LedgerStore.evidencePlace(kecamatan, year)
    var hash = SHA256()
    var head = EvidenceHead()
    var digest = ""
    var fault: EvidenceFault?
    let copy: FilePath.Component
    do throws(FileFailure) {
      let store = try files.folder(folder).makeFolder(below: place)
      copy = try store.copyIn(
        file, atMost: try evidencePermissions(kecamatan, year),
        inspect: {
          head.take($0)
          hash.update($0)
        },
        name: { () throws(FileFailure) in
          digest = hash.finalize().description
          fault = EvidenceFault(of: source, head: head.bytes)
          guard fault == nil, expected ?? digest == digest else {
            throw FileFailure(.read, source, .changed)
          }
          return Evidence.name(digest, as: source)
        })
    } catch {
      if let fault { throw UnfitEvidence(path: source, fault: fault) }
      throw error
    }
    return StoredEvidence(
      path: place.appending(copy).string, sha256: digest,
      originalName: Evidence.safeName(of: source))
  }

  /// What `storeEvidence` would give for a file; it is read through, and nothing is written.
  ///
  /// - Parameters:
  ///   - file: The file, which is held open.
  ///   - kecamatan: Whose evidence it would be.
  ///   - year: The civil year of recording.
  /// - Returns: Where the copy would be, and what the row would say of it.
  /// - Throws: `FileFailure` for a file that cannot be read; ``UnfitEvidence`` for one that proves nothing.
  public func foreseenEvidence(
    _ file: OpenedFile, for kecamatan: RegionCode, year: Int
  ) throws -> StoredEvidence {
    let examined = try examineEvidence(file)
    if let fault = examined.fault { throw UnfitEvidence(path: file.path, fault: fault) }
    let name = Evidence.name(examined.sha256, as: file.path)
    return StoredEvidence(
      path: LedgerStore.evidencePlace(kecamatan, year).appending(name).string,
      sha256: examined.sha256, originalName: Evidence.safeName(of: file.path))
  }

  /// The folder of a year's evidence, in the workspace.
  static func evidencePlace(_ kecamatan: RegionCode, _ year: Int) -> FilePath {
    FilePath(evidenceFolder).appending(kecamatan.description).appending(String(year))
  }

  /// What a copy of evidence may be read and written by at most: by whom the ledger is, or before there is
  /// one by its owner, and read by the group.
  private func evidencePermissions(
    _ kecamatan: RegionCode, _ year: Int
  ) throws(FileFailure) -> FilePermissions {
    try files.state(of: path(kecamatan, year), followingLink: true)?.permissions
      ?? FilePermissions(rawValue: 0o640)
  }

  /// Reads a file through without keeping it.
  ///
  /// - Parameter path: A regular file.
  /// - Returns: What its bytes are, and the state in which they were read.
  /// - Throws: `FileFailure`: it is missing, cannot be read, is no regular file, or was written to
  ///   meanwhile.
  public func examineEvidence(_ path: FilePath) throws(FileFailure) -> ExaminedEvidence {
    try examineEvidence(try files.file(path))
  }

  /// Reads a file that is held open through without keeping it.
  ///
  /// - Parameter file: The file.
  /// - Returns: What its bytes are, and the state in which they were read.
  /// - Throws: `FileFailure`: it cannot be read, or was written to meanwhile.
  public func examineEvidence(_ file: OpenedFile) throws(FileFailure) -> ExaminedEvidence {
    var hash = SHA256()
    var head = EvidenceHead()
    let state = try file.readThrough {
      head.take($0)
      hash.update($0)
    }
    return ExaminedEvidence(
      sha256: hash.finalize().description, state: state,
      fault: EvidenceFault(of: file.path, head: head.bytes))
  }
}

/// What is kept of the name of a file that is taken in.
enum Evidence {
  /// The name in the store: the hash, and the extension where it is 1 to 8 ASCII letters and
  /// digits.
  static func name(_ digest: String, as source: FilePath) -> FilePath.Component {
    let suffix = source.lastComponent?.extension ?? ""
    let isPlain = (1...8).contains(suffix.utf8.count) && suffix.utf8.allSatisfy(\.isLetterOrDigit)
    let name = isPlain ? "\(digest).\(suffix.lowercased())" : digest
    return FilePath.Component(name) ?? FilePath.Component("berkas")
  }

  /// Whether a path stays in the workspace that it is relative to.
  static func isInside(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var dots = 0
    for index in 0...path.count {
      guard index < path.count, path[index] != UInt8(ascii: "/") else {
        let length = index - start
        if length == 0 || length == 2 && dots == 2 { return false }
        (start, dots) = (index + 1, 0)
        continue
      }
      if path[index] == UInt8(ascii: ".") { dots += 1 }
    }
    return true
  }

  /// The last part of a path without what would break a line, turn its direction or end the
  /// brackets around it, at most 120 bytes of UTF-8, cut between characters.
  static func safeName(of source: FilePath) -> String {
    let scalars = (source.lastComponent?.string ?? "").unicodeScalars.filter {
      $0.isPrintable && $0 != "[" && $0 != "]"
    }
    var name = ""
    for character in String(String.UnicodeScalarView(scalars)) {
      guard name.utf8.count + character.utf8.count <= 120 else { break }
      name.append(character)
    }
    return name
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
