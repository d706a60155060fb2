internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// A table of a workspace that only its owner may read, since whoever has it could come in.
struct PrivateFile {
  /// The workspace.
  let folder: FilePath
  /// The name of the file in it.
  let name: String
  let files: FileSystem

  /// The permissions of the file.
  static let permissions: FilePermissions = .ownerReadWrite

  /// Reads the file.
  ///
  /// - Returns: Its bytes, and what it was; `nil` where there is none.
  /// - Throws: ``WorkspaceFailure`` where it cannot be read.
  func read() throws(WorkspaceFailure) -> (bytes: [UInt8], state: FileState)? {
    do throws(FileFailure) {
      return try files.readWithState(folder.appending(name), atMost: Limits.list)
    } catch {
      throw .file(error)
    }
  }

  /// What is wrong with who else may read it; `nil` where nothing is.
  func exposure(_ state: FileState) -> Finding? {
    state.permissions.isDisjoint(with: FilePermissions(rawValue: 0o077))
      ? nil : UserSentence.open(name)
  }

  /// Changes the file, while nobody else does.
  ///
  /// - Parameter bytes: Gives the bytes that it gets, by what it holds then.
  /// - Throws: What `bytes` throws; ``WorkspaceFailure`` where it cannot be written.
  func change(_ bytes: () throws -> [UInt8]) throws {
    let turn: LockedFolder
    do {
      turn = try files.lockFolder(folder, waiting: .seconds(10))
    } catch {
      throw WorkspaceFailure.file(error)
    }
    let bytes = try bytes()
    do {
      try files.replaceAtomically(
        folder.appending(name), with: bytes, atMost: PrivateFile.permissions)
    } catch {
      throw WorkspaceFailure.file(error)
    }
    _ = consume turn
  }
}

/// The rows of such a table.
struct PrivateRows {
  /// The texts of each row that has all columns, and where it is.
  private(set) var rows: [(texts: [String], place: SourcePlace)] = []
  /// What is wrong with the others, and with the header.
  private(set) var findings: [Finding] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The file as it is named to the user.
  ///   - columns: The columns that it must have.
  init(_ bytes: [UInt8], name: String, columns: [String]) {
    var reader = CSVReader(bytes)
    var fields: [CSVReader.Field] = []
    do {
      guard try reader.next(&fields) != nil else {
        findings.append(UserSentence.header(at: SourcePlace(file: name), columns))
        return
      }
      let header = fields.map(reader.text)
      guard header == columns || !header.starts(with: columns) else {
        findings.append(
          UserSentence.laterForm(at: SourcePlace(file: name, line: 1, column: 1)))
        return
      }
      guard header == columns else {
        findings.append(
          UserSentence.header(at: SourcePlace(file: name, line: 1, column: 1), columns))
        return
      }
      while let row = try reader.next(&fields) {
        let place = SourcePlace(file: name, line: row.line, column: 1)
        guard fields.count == columns.count,
          fields.allSatisfy({ String(validating: reader.content($0), as: UTF8.self) != nil })
        else {
          findings.append(UserSentence.row(at: place, columns.count))
          continue
        }
        rows.append((fields.map(reader.text), place))
      }
    } catch {
      findings.append(
        UserSentence.row(
          at: SourcePlace(file: name, line: error.line, column: error.column), columns.count))
    }
  }
}
