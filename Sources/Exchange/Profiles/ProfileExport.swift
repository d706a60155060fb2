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
    switch try files(of: [document])[0] {
    case .success(let bytes): return bytes
    case .failure(let faulty): throw faulty
    }
  }

  /// The files of some documents.
  ///
  /// - Parameter documents: Canonical documents, valid.
  /// - Returns: The bytes of each, or what is wrong; in the order of the documents.
  /// - Throws: ``FaultyLayout`` where the layout or the schema can be used with none;
  ///   ``LayoutProgram/Failure``.
  public func files(of documents: [[UInt8]]) throws -> [Result<[UInt8], FaultyLayout>] {
    let request = LayoutRequest(
      layout: files.layout, schema: files.schema, form: files.profile.form,
      encoding: files.profile.encoding, documents: documents)
    switch try LayoutProgram.answer(to: request, beside: executable) {
    case .unusable(let faults): throw FaultyLayout(faults, in: files)
    case .results(let results):
      guard results.count == documents.count else {
        throw LayoutProgram.Failure.refused("jawabannya tidak utuh")
      }
      return results.map { result in
        switch result {
        case .file(let bytes): .success(bytes)
        case .faults(let faults): .failure(FaultyLayout(faults, in: files))
        }
      }
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
