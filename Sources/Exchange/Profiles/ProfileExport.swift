public import Answers
public import ComplianceModel
internal import Layouts
public import SystemPackage
public import Workspace

/// Our canonical documents in the layout of a receiver: the one way by which a command, a page and a check make
/// them.
public struct ProfileExport: Sendable {
  /// The profile and its files.
  public let files: ProfileFiles
  /// The file of the running program.
  private let executable: FilePath

  /// Prepares it; nothing is run yet.
  ///
  /// - Parameters:
  ///   - files: The profile and its files.
  ///   - executable: The file of the running program, beside which the one for layouts lies.
  public init(_ files: ProfileFiles, beside executable: FilePath) {
    self.files = files
    self.executable = executable
  }

  /// The file of a document: well-formed or a text, in the profile's encoding, and valid where the receiver
  /// has a schema.
  ///
  /// - Parameter document: A canonical document, valid.
  /// - Returns: The bytes.
  /// - Throws: ``FaultyLayout``; ``LayoutProgram/Failure``.
  public func file(of document: [UInt8]) throws -> [UInt8] {
    let request = LayoutRequest(
      layout: files.layout, schema: files.schema, form: files.profile.form,
      encoding: files.profile.encoding, document: document)
    switch try LayoutProgram.answer(to: request, beside: executable) {
    case .file(let bytes): return bytes
    case .faults(let faults): throw FaultyLayout(faults, ofDocument: true, in: files)
    case .unusable(let faults): throw FaultyLayout(faults, ofDocument: false, in: files)
    }
  }

  /// What the file of a document is called.
  public func fileName(of kecamatan: RegionCode, _ duty: DutyStatement.Duty) -> String {
    files.profile.fileName.name(
      profile: files.profile.name, kecamatan: kecamatan, period: duty.name)
  }

  /// How a file opens, by which a later run knows that an earlier one made it: a document with what stands in
  /// front of its first element and that one's name, a text with its first line.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The bytes, those of 0 left out, so that it is the same question in every encoding.
  public func opening(of bytes: [UInt8]) -> [UInt8] {
    let bytes = bytes.prefix(ProfileExport.longestOpening * 2).filter { $0 != 0 }
      .prefix(ProfileExport.longestOpening)
    switch files.profile.form {
    case .text: return Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    case .xml:
      let marks: Set = [UInt8(ascii: "!"), UInt8(ascii: "?")]
      let start = bytes.indices.dropLast().first {
        bytes[$0] == UInt8(ascii: "<") && !marks.contains(bytes[$0 + 1])
      }
      guard let start else { return Array(bytes) }
      let ends: Set = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">")]
      return Array(bytes[..<start]) + bytes[start...].prefix { !ends.contains($0) }
    }
  }

  /// Bytes of an opening at most: as many as are looked at in a file that is there.
  private static let longestOpening = 2048
}

extension ExportProfile {
  /// Whether the receiver wants documents of a duty quarter or year.
  public func takes(_ duty: DutyStatement.Duty) -> Bool {
    scopes.contains(duty.quarter == nil ? .year : .quarter)
  }
}
