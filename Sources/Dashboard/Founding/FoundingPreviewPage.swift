internal import ComplianceModel
internal import Deeds
internal import Workspace

/// Exactly which files will be made, and what `kantor.yaml` will say, to be confirmed.
struct FoundingPreviewPage: ShownPage {
  static let path = FoundingPage.path
  static let template = "periksa-mulai"

  /// A field that is sent again.
  struct Hidden: Sendable {
    let name: String
    let value: String
  }

  let title = "Periksa sebelum dibuat"
  let kecamatan: String
  let folder: String
  let files: [String]
  /// What `kantor.yaml` will say.
  let office: String
  let hidden: [Hidden]
  let own: String
  let back: String

  /// Shows what would be made.
  ///
  /// - Parameters:
  ///   - outcome: The workspace as it would be.
  ///   - fields: What was sent.
  ///   - folder: The folder that becomes a workspace.
  ///   - base: Where the pages begin.
  init(_ outcome: FoundWorkspace.Outcome, _ fields: FormFields, in folder: String, base: String) {
    let founded = outcome.founding.kecamatan
    kecamatan = founded.displayName(of: founded.code)
    self.folder = folder
    files = outcome.founding.plannedFiles
    office = outcome.office
    hidden =
      FoundingEntry.names.compactMap { name in fields[name].map { Hidden(name: name, value: $0) } }
      + [Hidden(name: FoundingEntry.stage, value: FoundingEntry.Stage.found.rawValue)]
    own = base + FoundingPage.path
    back = "\(own)?\(FoundingEntry.code)=\(founded.code)"
  }
}
