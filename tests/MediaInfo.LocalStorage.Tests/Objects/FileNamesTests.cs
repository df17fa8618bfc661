using FsCheck;
using FsCheck.Fluent;
using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.LocalStorage.Tests.Objects;

public sealed class FileNamesTests
{
    private static readonly FileNames Unix = new(isWindows: false);
    private static readonly FileNames Windows = new(isWindows: true);

    [Theory]
    [InlineData("film.mp4", "film.mp4")]
    [InlineData("shows/one two/100%.mp4", "shows|one two|100%.mp4")]
    [InlineData("a%20b.mp4", "a%20b.mp4")]
    [InlineData("what?: \"yes\" <no>|*.mp4", "what?: \"yes\" <no>|*.mp4")]
    [InlineData("back\\slash.", "back\\slash.")]
    [InlineData("视频/é e\u0301.mp4", "视频|é e\u0301.mp4")]
    [InlineData(".hidden/con", ".hidden|con")]
    public void Ordinary_names_are_kept(string key, string names) =>
        Assert.Equal(names.Split('|', key.Contains('|', StringComparison.Ordinal) ? 1 : 10), Unix.Of(key)!);

    [Theory]
    [InlineData("a//b", "%~a%2F%2Fb")]
    [InlineData("/a", "%~%2Fa")]
    [InlineData("a/", "%~a%2F")]
    [InlineData("/", "%~%2F")]
    [InlineData("x/tab\t1%.mp4", "x|%~tab%091%25.mp4")]
    [InlineData("%~film", "%~%25~film")]
    [InlineData("%+film", "%~%25+film")]
    [InlineData("%-film", "%~%25-film")]
    [InlineData("nul\0", "%~nul%00")]
    public void Names_that_no_system_can_hold_are_escaped(string key, string names) =>
        Assert.Equal(names.Split('|'), Unix.Of(key)!);

    [Theory]
    [InlineData("con", "%~con")]
    [InlineData("a/Nul.txt", "a|%~Nul.txt")]
    [InlineData("COM1", "%~COM1")]
    [InlineData("a:b", "%~a%3Ab")]
    [InlineData("back\\slash", "%~back%5Cslash")]
    [InlineData("dot.", "%~dot%2E")]
    [InlineData("space ", "%~space%20")]
    [InlineData("console", "console")]
    public void Windows_has_rules_of_its_own(string key, string names) => Assert.Equal(names.Split('|'), Windows.Of(key)!);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a/.")]
    [InlineData("../a")]
    public void Steps_to_other_folders_are_no_names(string key)
    {
        Assert.Null(Unix.Of(key));
        Assert.Null(Windows.Of(key));
    }

    [Theory]
    [InlineData(0xD83C)]
    [InlineData(0xDC00)]
    public void Half_a_character_is_no_name(int half) => Assert.Null(Unix.Of("a" + (char)half));

    [Fact]
    public void A_long_name_continues_in_folders_of_at_most_255_bytes()
    {
        var names = Unix.Of("a/" + new string('长', 341))!;

        Assert.Equal("a", names[0]);
        Assert.All(names, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 255));
        Assert.All(names.Skip(1).SkipLast(1), name => Assert.True(FileNames.IsContinued(name)));
        Assert.Equal(new string('长', 341), Unix.PartOf([.. names.Skip(1)]));
    }

    [Theory]
    [InlineData("%~film.mp4")]
    [InlineData("%~a%2f")]
    [InlineData("%~a%2")]
    [InlineData("%~%C3%A9")]
    [InlineData("%~%2E%2E")]
    [InlineData("%+film.mp4")]
    [InlineData("%-0123456789abcdef")]
    [InlineData("..")]
    public void A_file_whose_name_stands_for_no_key_is_no_object(string name) => Assert.Null(Unix.PartOf([name]));

    [Fact]
    public void Every_key_has_one_path_and_every_path_one_key()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Keys.ToArbitrary(), key =>
            LeadsBack(Unix, key) && LeadsBack(Windows, key)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
            Gen.Two(Keys).ToArbitrary(),
            pair => string.Equals(pair.Item1, pair.Item2, StringComparison.Ordinal)
                || Unix.Of(pair.Item1) is not { } one
                || Unix.Of(pair.Item2) is not { } other
                || !one.SequenceEqual(other, StringComparer.Ordinal)));
    }

    // Characters that rules speak of are frequent.
    private static Gen<string> Keys =>
        from pieces in Gen.ListOf(Gen.Frequency(
            (6, Gen.Elements(
                "/", "%", "~", "+", "-", ".", " ", "\\", ":", "\0", "\t", "%2F", "%~", "con", "NUL.", "é", "e\u0301")),
            (3, Gen.Elements("a", "B", "film", "深い", "🎬")),
            (1, Gen.Choose(1, 300).Select(length => new string('x', length)))))
        select string.Concat(pieces);

    private static bool LeadsBack(FileNames rules, string key)
    {
        if (rules.Of(key) is not { } names)
        {
            return key.Length == 0 || key.Split('/').Any(part => part is "." or "..");
        }

        var parts = new List<string>();
        var held = new List<string>();
        foreach (var name in names)
        {
            held.Add(name);
            if (!FileNames.IsContinued(name))
            {
                parts.Add(rules.PartOf(held)!);
                held.Clear();
            }
        }

        return string.Equals(string.Join('/', parts), key, StringComparison.Ordinal)
            && names.All(name =>
                name is not ("." or "..") && name.Length is > 0 and <= 255 && !name.Contains('/', StringComparison.Ordinal));
    }
}
