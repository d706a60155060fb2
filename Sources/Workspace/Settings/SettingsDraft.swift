package import CalendarFiles
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// Changes of `kantor.yaml`, put into its text and checked, and not yet written.
package struct SettingsDraft: Sendable {
  /// The workspace by the settings as they are.
  package let before: Workspace
  /// The workspace by the settings as they will be.
  package let after: Workspace
  /// The settings as they are.
  package let old: EditableText
  /// The settings as they will be.
  package let new: EditableText

  /// Puts changes into the settings as they are on the disk now.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - edits: The changes, by what the settings say now.
  /// - Throws: ``CalendarRefusal``; ``WorkspaceFailure`` with every fault that the settings, or the calendars
  ///   by them, have, now or with the changes; what `edits` throws.
  package init(
    in workspace: Workspace, changing edits: (WrittenValue) throws -> [TextEdit]
  ) throws {
    old = try SettingsDraft.read(in: workspace)
    var new = old
    for edit in try edits(old.value) {
      do throws(Uneditable) {
        new = try new.applying(edit)
      } catch {
        throw CalendarRefusal(error)
      }
    }
    self.new = new
    before = try SettingsDraft.opened(old.bytes, in: workspace)
    after = try SettingsDraft.opened(new.bytes, in: workspace)
    try after.requireSoundCalendars()
  }

  /// The settings as they are on the disk now.
  ///
  /// - Throws: ``CalendarRefusal``; ``WorkspaceFailure`` where they cannot be read.
  package static func read(in workspace: Workspace) throws -> EditableText {
    let path = workspace.folder.appending(Workspace.officeFile)
    guard let read = try workspace.files.settings(path, named: Workspace.officeFile) else {
      throw WorkspaceFailure.noWorkspace(workspace.folder)
    }
    guard let bytes = read.bytes,
      let text = EditableText(bytes, file: Workspace.officeFile)
    else {
      throw WorkspaceFailure.configuration(OfficeFile.read(read.text).findings)
    }
    guard try workspace.files.state(of: path)?.kind != .symbolicLink else {
      throw CalendarRefusal.link(Workspace.officeFile)
    }
    return text
  }

  private static func opened(_ bytes: [UInt8], in workspace: Workspace) throws -> Workspace {
    let text = YAMLText(bytes, file: Workspace.officeFile)
    return try Workspace(
      WorkspaceSettings(workspace.folder, text, workspace.files), data: workspace.data)
  }

  /// Whether there is anything to write.
  package var isNews: Bool { new.bytes != old.bytes }

  /// Replaces the file as a whole.
  ///
  /// - Throws: ``WorkspaceFailure/changed(_:)`` where somebody wrote to it since it was read; a failure of
  ///   the file system.
  package func write() throws {
    let path = before.folder.appending(Workspace.officeFile)
    guard try before.files.read(path, atMost: Limits.settings) == old.bytes else {
      throw WorkspaceFailure.changed(path)
    }
    try before.files.replaceAtomically(path, with: new.bytes)
  }
}

extension Workspace {
  /// Takes the turn to change the office's settings.
  ///
  /// - Parameter body: What is done meanwhile.
  /// - Returns: What it gives.
  /// - Throws: What it throws; `FileFailure` where another process changes them for too long.
  package func changingSettings<Value>(_ body: () throws -> Value) throws -> Value {
    let turn = try files.lockFolder(folder, waiting: .seconds(10))
    let value = try body()
    _ = consume turn
    return value
  }
}
