using MediaInfo.LocalStorage.Database;
using MediaInfo.Standalone.Commands;

namespace MediaInfo.Standalone.Tests.Commands;

public sealed class ServeStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediainfo-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("{bad")]
    [InlineData("[]")]
    [InlineData("""{ "Values": 3 }""")]
    public async Task A_settings_file_of_another_form_ends_the_start_with_one_line_that_names_it(string text)
    {
        var file = Path.Combine(_folder.FullName, "settings.json");
        await File.WriteAllTextAsync(file, text);

        AssertOneLine(await CommandLineRun.OfAsync("serve", "--settings", file), file);
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_is_wrong_usage_of_every_command()
    {
        AssertOneLine(await CommandLineRun.OfAsync("serve", "--settings", _folder.FullName), _folder.FullName);
        AssertOneLine(
            await CommandLineRun.ProbeAsync(CommandLineRun.Clip("sample.mp4"), "--settings", _folder.FullName), _folder.FullName);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://192.0.2.1:7099")]
    public async Task An_address_that_cannot_be_listened_on_ends_the_start_with_one_line_that_names_it(string address)
    {
        var run = await CommandLineRun.OfAsync("serve", "--urls", address, "--MediaInfo:Storage:Local:Directory", Data);

        AssertOneLine(run, address);
    }

    [Fact]
    public async Task A_folder_without_a_name_is_a_wrong_setting() => AssertOneLine(
        await CommandLineRun.OfAsync("serve", "--urls", "http://127.0.0.1:0", "--MediaInfo:Storage:Local:Directory", ""),
        "Storage:Local:Directory");

    [Fact]
    public async Task An_account_file_that_is_empty_is_named()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, "account.json");
        await File.WriteAllTextAsync(file, "");

        AssertOneLine(
            await CommandLineRun.OfAsync("--urls", "http://127.0.0.1:0", "--MediaInfo:Storage:Local:Directory", Data), file);
    }

    [Fact]
    public async Task A_process_that_is_refused_the_folder_makes_no_account_in_it()
    {
        using var other = DirectoryLock.Take(Data);

        AssertOneLine(
            await CommandLineRun.OfAsync("--urls", "http://127.0.0.1:0", "--MediaInfo:Storage:Local:Directory", Data), Data);

        Assert.Equal(["lock"], Directory.GetFileSystemEntries(Data).Select(Path.GetFileName));
    }

    private static void AssertOneLine(CommandLineRun run, string named)
    {
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }
}
