namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>Programs that run the command after them with a file system of its own, which binds an administrator too.</summary>
public static class OwnMounts
{
    /// <summary>The folder is on a disk that is mounted read-only.</summary>
    public static IReadOnlyList<string> ReadOnly(string folder) =>
        Shell("""mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift 1 && exec "$@" """, folder);

    /// <summary>The folder is on a small disk of its own, with a file that fills half of it until the trigger exists.</summary>
    public static IReadOnlyList<string> Small(string folder, string trigger) => Shell(
        """
        mount -t tmpfs -o size=4m tmpfs "$1" && head -c 2000000 /dev/zero > "$1/filler" || exit 9
        (until [ -e "$2" ] || [ ! -d /proc/$$ ]; do sleep 0.1; done; rm "$1/filler") &
        shift 2 && exec "$@"
        """,
        folder,
        trigger);

    private static List<string> Shell(string script, params string[] arguments) =>
        ["unshare", "-rm", "sh", "-c", script, "sh", .. arguments];
}
