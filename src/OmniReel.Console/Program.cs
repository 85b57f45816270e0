using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using OmniReel.Console;
using OmniReel.Console.Access;
using OmniReel.Console.Look;
using OmniReel.Console.Words;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.Services.AddConsole(new Uri(builder.HostEnvironment.BaseAddress));

var host = builder.Build();
// Before anything is drawn: the loading screen stays until the first page can be the right one.
await host.Services.GetRequiredService<Speech>().BeginAsync();
await host.Services.GetRequiredService<Appearance>().BeginAsync();
await host.Services.GetRequiredService<SignIn>().AskQuietlyAsync();
await host.RunAsync();
