import PackagePlugin

/// Writes down, before each build, the commit that is built: into a source file that changes with it alone.
@main
struct BuildCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
    let package = context.package.directoryURL
    let folder = context.pluginWorkDirectoryURL
    return [
      .prebuildCommand(
        displayName: "Commit",
        executable: package.appending(path: "Sources/BuildCommit/write"),
        arguments: [package.path, folder.path], outputFilesDirectory: folder)
    ]
  }
}
