public import ComplianceModel

/// A profile with what lies beside it in its folder.
public struct ProfileFiles: Hashable, Sendable {
  /// The profile.
  public let profile: ExportProfile
  /// The folder as it is named to the user: `profil/dinas-pmd`, or `Exports/profil/kalsel`.
  public let folder: String
  /// The stylesheet's file.
  public let layout: [UInt8]
  /// The file of the receiver's own schema; `nil` where there is none.
  public let schema: [UInt8]?

  /// The stylesheet as it is named to the user.
  public var layoutFile: String { "\(folder)/\(ProfileFiles.layoutName)" }

  /// The receiver's schema as it is named to the user; `nil` where there is none.
  public var schemaFile: String? { profile.schema.map { "\(folder)/\($0)" } }

  /// The name of the file that says what the profile is for.
  static let settingsName = "profil.yaml"
  /// The name of the stylesheet.
  static let layoutName = "layout.xsl"
}
