using OmniReel.CommandLine;

return await Entry.RunAsync(args, Terminal.OfThisProcess());
