using System.Text.Json;
using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace MediaInfo.Standalone.Tests;

public sealed class SettingsFileTests : IDisposable
{
    // The reader is internal to the program, so the tests reach it by name.
    private static readonly Func<string, MemoryConfigurationSource> Read = typeof(QueueWorker).Assembly
        .GetType("MediaInfo.Standalone.SettingsFile", throwOnError: true)!
        .GetMethod("Read")!
        .CreateDelegate<Func<string, MemoryConfigurationSource>>();

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Double_underscores_in_the_members_of_Values_separate_sections()
    {
        var configuration =
            Load("""{ "IsEncrypted": false, "Values": { "Plain": "1", "A__B__0__C": "two" }, "Host": { "CORS": "*" } }""");

        Assert.Equal("1", configuration["Plain"]);
        Assert.Equal("two", configuration["A:B:0:C"]);
        Assert.Null(configuration["IsEncrypted"]);
        Assert.Null(configuration["Host:CORS"]);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed_like_in_the_Functions_tools()
    {
        var configuration = Load("""
            {
              // Local use.
              "Values": { /* one */ "A": "1", },
            }
            """);

        Assert.Equal("1", configuration["A"]);
    }

    [Fact]
    public void Values_that_are_not_strings_are_read_as_their_JSON_text()
    {
        var configuration = Load("""{ "Values": { "Number": 12, "Yes": true, "Text": "" } }""");

        Assert.Equal(12, configuration.GetValue<int>("Number"));
        Assert.True(configuration.GetValue<bool>("Yes"));
        Assert.Equal("", configuration["Text"]);
    }

    [Fact]
    public void The_sample_of_this_repository_is_read()
    {
        var configuration = new ConfigurationBuilder().Add(Read(RepositoryRoot.Combine("local.settings.sample.json"))).Build();

        Assert.Equal("testid", configuration["MediaInfo:Accounts:List:0:Keys:0:Id"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": false }""")]
    [InlineData("not JSON")]
    [InlineData("")]
    public void A_file_of_another_format_is_an_error(string text) => Assert.ThrowsAny<JsonException>(() => Load(text));

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        var missing = _path + ".missing";

        Assert.Contains(missing, Assert.Throws<FileNotFoundException>(() => Read(missing)).Message, StringComparison.Ordinal);
    }

    private IConfigurationRoot Load(string text)
    {
        File.WriteAllText(_path, text);
        return new ConfigurationBuilder().Add(Read(_path)).Build();
    }
}
