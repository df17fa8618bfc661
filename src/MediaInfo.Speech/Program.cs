using MediaInfo.Core.Telemetry;
using MediaInfo.Speech;

// The service starts this program, gives it samples, and reads the sentences. People need it only to see that a model loads.
switch (args)
{
    case ["--version"]:
        await Console.Out.WriteLineAsync($"mediainfo-speech {ProductVersion.Current}");
        return 0;
    case ["--check", var model]:
        return await Listener.CheckAsync(model, Console.Error);
    case ["--model", var model, "--language", var language]:
        await using (var input = Console.OpenStandardInput())
        await using (var output = Console.OpenStandardOutput())
        {
            return await Listener.RunAsync(model, language, input, output, Console.Error);
        }

    default:
        await Console.Error.WriteLineAsync(
            "usage: mediainfo-speech --version | --check MODEL | --model MODEL --language LANGUAGE <samples");
        return 2;
}
