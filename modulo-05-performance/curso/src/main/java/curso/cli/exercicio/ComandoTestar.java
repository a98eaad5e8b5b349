package curso.cli.exercicio;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.ErroDeCompilacao;
import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import curso.cli.mapa.ProximoPasso;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Json;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Andamento;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Corrige uma vez: um exercício, uma aula ou todos. Termina com 0 se tudo passou, senão 1.
@Command(name = "testar", description = "Corrige um exercício, os de uma aula, ou todos.")
public final class ComandoTestar implements Callable<Integer> {

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "EXERCICIO", arity = "0..1", description = "Exercício (03.1) ou aula (03); sem ele, todos.")
    private String pedido;

    @Option(names = "--json", description = "Escreve os vereditos em JSON.")
    private boolean json;

    private final Contexto contexto;

    public ComandoTestar(Contexto contexto) {
        this.contexto = contexto;
    }

    private record Corrigido(Exercicio exercicio, Veredito veredito, Optional<Armadilha> armadilha) {}

    private record EmJson(String exercicio, String classe, Situacao situacao, long passaram, List<ResultadoDeTeste> testes,
                          List<ErroDeCompilacao> erros, String motivo, String saida, ArmadilhaEmJson armadilha) {}

    private record ArmadilhaEmJson(String nome, String titulo, String explicacao) {}

    @Override
    public Integer call() {
        var escolhidos = Escolha.exercicios(contexto.catalogo(), pedido);
        if (escolhidos.isEmpty()) {
            throw Recusa.de("Ainda não há exercícios no curso.", "./curso nova-aula cria uma aula.");
        }
        try (var correcao = new Correcao(contexto, Map.of())) {
            // Antes de fechar: os serviços da correção demoram a parar, e ninguém precisa esperar por isso para ler o veredito.
            var corrigidos = corrigir(escolhidos, correcao);
            escrever(corrigidos);
            boolean tudo = corrigidos.stream().allMatch(c -> c.veredito().situacao() == Situacao.PASSOU);
            return tudo ? Codigo.CERTO : Codigo.NAO_RESOLVIDO;
        }
    }

    private List<Corrigido> corrigir(List<Exercicio> escolhidos, Correcao correcao) {
        var corrigidos = new ArrayList<Corrigido>();
        try (var andamento = new Andamento(contexto.tela())) {
            for (var exercicio : escolhidos) {
                andamento.mostrar("corrigindo " + exercicio.numero());
                var veredito = correcao.corrigir(exercicio,
                        teste -> andamento.mostrar("corrigindo " + exercicio.numero() + " · " + teste.titulo()));
                corrigidos.add(new Corrigido(exercicio, veredito, Armadilhas.emQueCaiu(contexto, exercicio, veredito)));
            }
        }
        return corrigidos;
    }

    private void escrever(List<Corrigido> corrigidos) {
        if (json) {
            contexto.tela().linha(Json.de(corrigidos.stream().map(ComandoTestar::emJson).toList()));
        } else {
            mostrar(corrigidos);
        }
    }

    private void mostrar(List<Corrigido> corrigidos) {
        var tela = new TelaDoVeredito(contexto, opcoes.verboso());
        if (corrigidos.size() == 1) {
            var unico = corrigidos.getFirst();
            tela.mostrar(unico.exercicio(), unico.veredito(), unico.armadilha());
            depois(tela, unico);
            return;
        }
        for (var c : corrigidos) {
            if (c.veredito().situacao() != Situacao.PASSOU && c.veredito().situacao() != Situacao.A_FAZER) {
                tela.mostrar(c.exercicio(), c.veredito(), c.armadilha());
            }
        }
        contexto.tela().linha();
        corrigidos.forEach(c -> tela.resumo(c.exercicio(), c.veredito()));
        var passo = ProximoPasso.de(contexto.catalogo(), contexto.diario().ler());
        tela.proximoPasso(passo.comando(), passo.porque());
    }

    private void depois(TelaDoVeredito tela, Corrigido unico) {
        var numero = unico.exercicio().numero();
        switch (unico.veredito().situacao()) {
            case PASSOU -> {
                contexto.tela().linha();
                contexto.tela().linha("  " + contexto.tela().pincel().certo("Resolvido. ") + Resolvidos.frase(contexto));
                var passo = ProximoPasso.de(contexto.catalogo(), contexto.diario().ler());
                tela.proximoPasso(passo.comando(), passo.porque());
            }
            case A_FAZER -> tela.proximoPasso("./curso assistir " + numero, "edite o arquivo acima; cada vez que salvar, ele é corrigido");
            case NAO_COMPILA -> tela.proximoPasso("./curso testar " + numero, "depois de corrigir o que o compilador apontou");
            case FALHOU -> tela.proximoPasso("./curso dica " + numero, "se travar");
            case INTERROMPIDO -> tela.proximoPasso("./curso testar " + numero, "corrige de novo");
        }
    }

    private static EmJson emJson(Corrigido c) {
        return new EmJson(c.exercicio().numero(), c.exercicio().ficha().classe(), c.veredito().situacao(),
                c.veredito().passaram(), c.veredito().testes(), c.veredito().erros(), c.veredito().motivo(),
                c.veredito().saida(), c.armadilha().map(ComandoTestar::emJson).orElse(null));
    }

    private static ArmadilhaEmJson emJson(Armadilha armadilha) {
        return new ArmadilhaEmJson(armadilha.nome(), armadilha.titulo(), armadilha.explicacao());
    }
}
