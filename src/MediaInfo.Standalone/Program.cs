using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Standalone.Commands;

OwnProcess.Hide();
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
