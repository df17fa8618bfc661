using System.Diagnostics;
using System.Runtime.Versioning;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Processes;

/// <summary>A binary that any local user could have planted is not run.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FfprobeTrustTests : IDisposable
{
    private const UnixFileMode Owned = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly ScriptedFfprobe _script = ScriptedFfprobe.Doing("exit 1");

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData(UnixFileMode.None)]
    [InlineData(UnixFileMode.GroupWrite)]
    public async Task A_binary_writable_by_its_owner_or_group_is_run(UnixFileMode more)
    {
        File.SetUnixFileMode(_script.Path, Owned | more);
        File.SetUnixFileMode(_script.Folder, Owned | more);

        Assert.Null(await ProblemAsync(_script.Path));
    }

    [Fact]
    public async Task A_world_writable_binary_is_not_run()
    {
        File.SetUnixFileMode(_script.Path, Owned | UnixFileMode.OtherWrite);

        Assert.Equal($"{_script.Path} can be changed by any user of this machine", await ProblemAsync(_script.Path));
    }

    [Fact]
    public async Task A_binary_in_a_world_writable_folder_is_not_run()
    {
        var inner = Directory.CreateDirectory(_script.In("inner")).FullName;
        File.Copy(_script.Path, Path.Combine(inner, "ffprobe"));
        File.SetUnixFileMode(_script.Folder, Owned | UnixFileMode.OtherWrite);

        Assert.Equal(
            $"{_script.Folder} can be changed by any user of this machine", await ProblemAsync(Path.Combine(inner, "ffprobe")));
    }

    [Fact]
    public async Task Our_own_binary_in_a_sticky_folder_is_run()
    {
        File.SetUnixFileMode(_script.Folder, Owned | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);

        Assert.Null(await ProblemAsync(_script.Path));
    }

    [AdministratorFact]
    public async Task Another_users_binary_in_a_sticky_folder_is_not_run()
    {
        File.SetUnixFileMode(_script.Folder, Owned | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);
        await ChangeOwnerAsync(_script.Path);

        Assert.Equal($"{_script.Path} is owned by another user of this machine", await ProblemAsync(_script.Path));
    }

    [AdministratorFact]
    public async Task Another_users_binary_in_their_own_folder_is_run()
    {
        var theirs = Directory.CreateDirectory(_script.In("theirs")).FullName;
        File.Copy(_script.Path, Path.Combine(theirs, "ffprobe"));
        await ChangeOwnerAsync(theirs);
        await ChangeOwnerAsync(Path.Combine(theirs, "ffprobe"));

        Assert.Null(await ProblemAsync(Path.Combine(theirs, "ffprobe")));
    }

    [Theory]
    [InlineData("ffprobe-link", "open/ffprobe")]
    [InlineData("folder-link/ffprobe", "open")]
    [InlineData("two-links", "ffprobe-link")]
    public async Task A_link_is_trusted_no_more_than_its_target(string place, string target)
    {
        var open = Directory.CreateDirectory(_script.In("open")).FullName;
        File.Copy(_script.Path, Path.Combine(open, "ffprobe"));
        File.SetUnixFileMode(open, Owned | UnixFileMode.OtherWrite);
        File.CreateSymbolicLink(_script.In("ffprobe-link"), "open/ffprobe");
        if (!File.Exists(_script.In(place.Split('/')[0])))
        {
            File.CreateSymbolicLink(_script.In(place.Split('/')[0]), target);
        }

        Assert.Equal($"{open} can be changed by any user of this machine", await ProblemAsync(_script.In(place)));
    }

    // Null if the binary is run.
    private static async Task<string?> ProblemAsync(string path)
    {
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = path });
        try
        {
            await binary.FindAsync(CancellationToken.None);
            return null;
        }
        catch (ToolMissingException e)
        {
            var begin = e.Message.IndexOf(": ", StringComparison.Ordinal) + 2;
            return e.Message[begin..e.Message.IndexOf(". Set ", StringComparison.Ordinal)];
        }
    }

    private static async Task ChangeOwnerAsync(string path)
    {
        using var chown = Process.Start("chown", ["65534", path]);
        await chown.WaitForExitAsync();
        Assert.Equal(0, chown.ExitCode);
    }
}
