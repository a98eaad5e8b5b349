package rinha.avaliador;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.consistencia.Fechamento;
import rinha.avaliador.regras.Catalogo;
import rinha.avaliador.regras.Exame;
import rinha.avaliador.regras.Falha;
import rinha.avaliador.regras.RegrasDeCarga;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;

/// Junta o que as provas viram, faz as contas e põe preço nos achados.
final class Julgamento {

    private final PlanoDeAvaliacao plano;
    private final List<Verificacao> verificacoes = new ArrayList<>();
    private final List<String> invalida = new ArrayList<>();
    private long inconsistencias;
    private long conferencias;
    private long ruins;

    Julgamento(PlanoDeAvaliacao plano) {
        this.plano = plano;
    }

    void invalidar(String motivo) {
        invalida.add(motivo);
    }

    Verificacao naoAvaliada(Regra regra, String motivo) {
        return guardar(new Verificacao(regra, Situacao.NAO_AVALIADA, 0, List.of(), motivo));
    }

    /// @param impedimento por que a prova parou no meio; vazio se foi até o fim
    Verificacao verificar(Exame exame, String impedimento) {
        List<Achado> achados = exame.falhas().stream().map(this::achado).toList();
        boolean daCarga = RegrasDeCarga.todas().contains(exame.regra());
        if (exame.regra().oficial()) {
            exame.falhas().stream().filter(f -> f.peso() == Peso.SALDO).forEach(f -> inconsistencias += f.vezes());
            conferencias += daCarga ? 0 : exame.conferencias();
            ruins += daCarga ? 0 : exame.falhas().stream().mapToLong(Falha::vezes).sum();
        }
        Situacao situacao = !achados.isEmpty() ? Situacao.FALHOU : impedimento.isEmpty() ? Situacao.PASSOU : Situacao.NAO_AVALIADA;
        return guardar(new Verificacao(exame.regra(), situacao, exame.conferencias(), achados, (impedimento + " " + exame.notas()).strip()));
    }

    Verificacao responde(Optional<Silencio> silencio) {
        List<Achado> achados = silencio.stream().map(s -> new Achado(Catalogo.RESPONDE, 1,
                List.of(new Achado.Exemplo(s.onde(), s.detalhe(), "uma resposta em cada pedido")),
                "o servidor travou, morreu ou esgotou um recurso no pedido anterior", "veja o registro do servidor; confira o pool e as threads depois da regra citada",
                Dolares.ZERO, repetir(s.regra()))).toList();
        Verificacao v = new Verificacao(Catalogo.RESPONDE, achados.isEmpty() ? Situacao.PASSOU : Situacao.FALHOU, 1, achados, "");
        verificacoes.addFirst(v);
        return v;
    }

    private Verificacao guardar(Verificacao v) {
        verificacoes.add(v);
        return v;
    }

    private Achado achado(Falha f) {
        boolean saldo = f.regra().oficial() && f.peso() == Peso.SALDO;
        return new Achado(f.regra(), f.vezes(), f.exemplos(), f.causa(), f.proximo(),
                saldo ? Nota.POR_INCONSISTENCIA.vezes(f.vezes()) : Dolares.ZERO, repetir(f.regra()));
    }

    private String repetir(Regra regra) {
        boolean daCarga = RegrasDeCarga.todas().contains(regra);
        String duracao = plano.carga().filter(_ -> daCarga).map(d -> " --duracao " + Numeros.duracao(d)).orElse("");
        return plano.comando() + " --so " + regra.numero() + duracao + (plano.zerar() ? " --zerar" : "");
    }

    /// Faz a conta do SLA com a carga e com as conferências das outras regras oficiais, como o teste oficial.
    Nota nota(Optional<Resultado> carga) {
        List<String> motivos = new ArrayList<>(invalida);
        motivos.addAll(motivos(carga));
        if (carga.isEmpty()) {
            return Nota.de(0, 0, inconsistencias, motivos);
        }
        Resultado r = carga.get();
        long boas = Math.round(r.aceitosAte(RegrasDeCarga.PRAZO_DO_SLA) * r.pedidos());
        return Nota.de(boas + conferencias - Math.min(conferencias, ruins), r.pedidos() + conferencias, inconsistencias, motivos);
    }

    private List<String> motivos(Optional<Resultado> carga) {
        List<String> motivos = new ArrayList<>();
        carga.ifPresentOrElse(r -> {
            r.gerador().gargalos().forEach(g -> motivos.add("o gerador de carga foi o gargalo: " + g));
            if (r.interrompida()) {
                motivos.add("a carga foi interrompida aos " + Numeros.decimal(r.segundos(), 0) + " s");
            }
            if (plano.carga().orElseThrow().compareTo(Rinha2024.REDUZIDA) < 0 || plano.pico() != Rinha2024.PICO) {
                motivos.add("a carga não é a oficial: a nota pede 60 s ou mais, com pico de 340/s");
            }
        }, () -> motivos.add("sem carga, o SLA não foi medido"));
        if (!plano.so().isEmpty()) {
            motivos.add("só parte das regras foi avaliada (--so)");
        }
        long impedidas = verificacoes.stream().filter(Verificacao::pendente).count();
        if (impedidas > 0) {
            motivos.add(impedidas == 1 ? "1 regra oficial não pôde ser avaliada" : impedidas + " regras oficiais não puderam ser avaliadas");
        }
        return motivos;
    }

    Avaliacao avaliacao(Instant comecou, Duration durou, Optional<Resultado> carga, Optional<Fechamento> fechamento, List<String> avisos) {
        Nota nota = nota(carga);
        List<Verificacao> comPreco = verificacoes.stream().map(v -> !v.regra().equals(RegrasDeCarga.SLA) ? v : new Verificacao(v.regra(),
                v.situacao(), v.exames(), v.achados().stream().map(a -> a.comCusto(nota.multaDoSla())).toList(), v.motivo())).toList();
        List<Achado> achados = comPreco.stream().flatMap(v -> v.achados().stream())
                .sorted(Comparator.comparing(Achado::custo).reversed().thenComparing(a -> !a.regra().oficial())).toList();
        return new Avaliacao(plano, comecou, durou, comPreco, carga, fechamento, nota, achados, avisos, Optional.empty());
    }
}
