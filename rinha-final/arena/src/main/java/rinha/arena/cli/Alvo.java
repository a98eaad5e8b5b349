package rinha.arena.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rinha.arena.Recusa;
import rinha.arena.sistema.SistemaNoAr;

/// O que se avalia ou mede: um servidor que já está no ar, ou um sistema que se sobe para isso.
final class Alvo {
    @Option(names = "--url", paramLabel = "URL", description = "Um servidor que já está no ar; sem ela, o sistema é posto no ar e depois derrubado.")
    private String url;

    @Option(names = "--permitir-host", description = "Aceita uma URL que não é desta máquina: carga derruba servidores.")
    private boolean permitirHost;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec comando;

    @Mixin
    private DoSistema doSistema;

    /// O que se faz com o alvo.
    interface Uso {
        /// @param sistema vazio se o servidor não é nosso
        int com(String url, Optional<SistemaNoAr> sistema) throws Exception;
    }

    /// Se é um servidor que outro pôs no ar.
    boolean deFora() {
        return url != null;
    }

    /// As opções que levam de novo a este alvo, como se digitam.
    String comoSeDigita() {
        return deFora() ? " --url " + url + (permitirHost ? " --permitir-host" : "") : doSistema.comoSeDigita();
    }

    int usar(Console console, Uso uso) throws Exception {
        if (url != null) {
            recusarReceita();
            return uso.com(conferir(), Optional.empty());
        }
        try (var sistema = Subida.fazer(doSistema.receita(), console)) {
            try {
                return uso.com(sistema.url(), Optional.of(sistema));
            } finally {
                // Um processo que morreu explica os erros que a carga viu.
                sistema.morte().thenAccept(console::aviso);
            }
        }
    }

    private void recusarReceita() {
        comando.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName).filter(DoSistema.OPCOES::contains).findFirst().ifPresent(opcao -> {
            throw Recusa.de("%s não vale com --url: o servidor já está no ar.".formatted(opcao), "Tire uma das duas.");
        });
    }

    private String conferir() {
        var alvo = rinha.carga.Alvo.de(url);
        if (!alvo.ehLocal() && !permitirHost) {
            throw Recusa.de(alvo.base() + " não é esta máquina, e carga derruba servidores.", "Se ele é seu e você quer mesmo isto, acrescente --permitir-host.");
        }
        if (!alvo.caminho().equals("/")) {
            throw Recusa.de("Veio um caminho na URL: " + alvo.caminho() + ".", "O contrato diz os caminhos; dê só " + alvo.base());
        }
        return alvo.base();
    }
}
