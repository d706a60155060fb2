internal import ComplianceModel
internal import SystemPackage

extension FileList {
  /// Holds the files of a folder against the list.
  ///
  /// - Parameters:
  ///   - found: The files, as they were hashed.
  ///   - folder: The folder, for the places of the findings.
  /// - Returns: A fault for each file that is damaged or missing, a remark for each that the list does not name.
  func findings(against found: [ListedFile], in folder: FilePath) -> [Finding] {
    let listed = Dictionary(
      files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    let there = Dictionary(
      found.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    func place(_ path: String) -> String { folder.pushing(FilePath(path)).string }
    let lacking = files.compactMap { file -> Finding? in
      guard let hash = there[file.path] else {
        return BackupSentence.missingFile.finding(at: place(file.path))
      }
      return hash == file.hash ? nil : BackupSentence.damagedFile.finding(at: place(file.path))
    }
    let surplus = found.map(\.path).filter { listed[$0] == nil }.sorted()
    return lacking + surplus.map { BackupSentence.surplusFile.finding(at: place($0)) }
  }
}
